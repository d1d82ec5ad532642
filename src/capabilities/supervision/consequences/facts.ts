import type { FactSource } from '../../../kernel/facts.ts';
import type { Consequence } from './case.ts';
import type { RecordedConsequenceEvent } from './events.ts';
import { evolveConsequence } from './evolve.ts';

/** What consequences give to statistics (T-1, U-5): by the unit, never by person. */
export const consequenceFacts: FactSource<Consequence, RecordedConsequenceEvent> = {
  id: 'supervision-consequences',
  version: 1,
  streams: ['consequence'],
  kinds: {
    'consequence-imposed': {
      zh: '约谈、通报、警示、挂牌督办',
      en: 'interview, circulated notice, warning or listing',
    },
  },
  evolve: evolveConsequence,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit }) => ({ unit }),
  facts: ({ kind, inForceOn }) =>
    inForceOn === null ? [] : [{ kind: 'consequence-imposed', day: inForceOn, detail: kind }],
};
