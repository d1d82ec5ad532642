import type { FactSource } from '../../../kernel/facts.ts';
import type { Visit } from './case.ts';
import type { RecordedVisitEvent } from './events.ts';
import { evolveVisit } from './evolve.ts';

/** What home visits give to statistics (T-1, S-3): visits, never people. */
export const visitFacts: FactSource<Visit, RecordedVisitEvent> = {
  id: 'home-visits',
  version: 1,
  streams: ['home-visit'],
  kinds: {
    'home-visit-planned': { zh: '计划的家访', en: 'home visit that was planned' },
    'home-visit-ended': { zh: '有结果的家访', en: 'home visit with an outcome' },
    'home-visit-promise': { zh: '当场答应事项的家访', en: 'home visit with a promise' },
  },
  evolve: evolveVisit,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit }) => ({ unit }),
  facts: ({ plan, status, record }) => {
    const day = record?.visitedOn ?? plan.day;
    const planned = status === 'cancelled' ? [] : [{ kind: 'home-visit-planned', day: plan.day }];
    if (status === 'planned' || status === 'cancelled') return planned;
    const promised = record?.promise == null ? [] : [{ kind: 'home-visit-promise', day }];
    return [...planned, { kind: 'home-visit-ended', day, detail: status }, ...promised];
  },
};
