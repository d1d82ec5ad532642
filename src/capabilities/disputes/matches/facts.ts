import type { FactSource } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { isKnownBefore, type EarlyWarning } from './case.ts';
import type { RecordedWarningEvent } from './events.ts';
import { evolveWarning } from './evolve.ts';

/**
 * What early warning gives to statistics (D-2): a petition whose matter people found known before
 * counts once, on the day on which it was registered, and by what the petition says of itself.
 */
export const warningFacts: FactSource<EarlyWarning, RecordedWarningEvent> = {
  id: 'early-warning',
  version: 1,
  streams: ['early-warning'],
  kinds: {
    'known-before': {
      zh: '登记前已作为纠纷掌握的信访事项（经人工确认）',
      en: 'petition whose matter was known as a dispute before (as people confirmed)',
    },
  },
  evolve: evolveWarning,
  about: ({ petitionId }) => petitionId,
  dims: () => ({}),
  facts: (warning) =>
    isKnownBefore(warning)
      ? [{ kind: 'known-before', day: localDateOf(warning.registeredAt) }]
      : [],
};
