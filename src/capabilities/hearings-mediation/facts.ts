import type { FactSource, StatedFact } from '../../kernel/facts.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { ProceedingEvent, Recorded } from './events.ts';
import { evolve } from './evolve.ts';
import type { Mediation, Proceeding } from './proceeding.ts';

/** A mediation with the day on which it ended; its state alone does not tell when it failed. */
interface Told {
  readonly proceeding: Proceeding;
  readonly failedAt: number | null;
}

/** A mediation counts on the day of its end: agreement or failure. */
function mediationOf({ agreement, way }: Mediation, failedAt: number | null): StatedFact[] {
  if (agreement !== null) {
    return [{ kind: 'mediation', day: agreement.effectiveOn, detail: way, value: 1 }];
  }
  if (failedAt === null) return [];
  return [{ kind: 'mediation', day: localDateOf(failedAt), detail: way, value: 0 }];
}

function factsOf({ proceeding, failedAt }: Told): readonly StatedFact[] {
  switch (proceeding.kind) {
    case 'hearing': {
      const { openedOn, subject } = proceeding;
      return openedOn === null ? [] : [{ kind: 'hearing', day: openedOn, detail: subject.kind }];
    }
    case 'mediation':
      return mediationOf(proceeding, failedAt);
    case 're-evaluation':
    case 'deliberation':
      return [];
  }
}

/** What hearings and mediations give to statistics (T-1). */
export const proceedingFacts: FactSource<Told, Recorded<ProceedingEvent>> = {
  id: 'hearings-mediation',
  version: 1,
  streams: ['hearing', 'mediation', 're-evaluation', 'deliberation'],
  kinds: {
    hearing: { zh: '举行的听证', en: 'hearing held' },
    mediation: { zh: '办结的调解（数值 1 为达成协议）', en: 'mediation ended (value 1: agreed)' },
  },
  evolve: (id, told, event) => {
    const proceeding = evolve(id, told?.proceeding ?? null, event);
    if (proceeding === null) return null;
    const failed = event.type === 'MediationFailed' ? event.at : null;
    return { proceeding, failedAt: failed ?? told?.failedAt ?? null };
  },
  about: ({ proceeding }) => proceeding.petitionId,
  dims: ({ proceeding }) => ({ unit: proceeding.unit }),
  facts: factsOf,
};
