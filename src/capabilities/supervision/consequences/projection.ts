import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock, isRunning, type CountedClock } from '../../../kernel/case-clocks.ts';
import { waitOf } from '../../../kernel/paper-flow.ts';
import { currentPaper, isEnded, type Consequence } from './case.ts';
import { readersOf } from './policy.ts';
import { demandsCorrection } from './settings.ts';

export type ConsequenceTask =
  | 'consequence-draft'
  | 'consequence-statement'
  | 'consequence-correct'
  | 'consequence-verify'
  | 'paper-approval'
  | 'paper-seal'
  | 'paper-serve';

/** What waits, and at whom. */
function waiting(
  one: Consequence,
): { readonly unit: string; readonly task: ConsequenceTask } | null {
  const office = (task: ConsequenceTask) => ({ unit: one.office, task });
  switch (one.status) {
    case 'proposed':
      return { unit: one.unit, task: 'consequence-statement' };
    case 'heard':
      return office('consequence-draft');
    case 'deciding': {
      const paper = currentPaper(one);
      const wait = paper === undefined ? null : waitOf(paper, new Set());
      if (wait === null) return office('consequence-draft');
      if (wait === 'approval') return office('paper-approval');
      return office(wait === 'seal' ? 'paper-seal' : 'paper-serve');
    }
    case 'in-force':
      return demandsCorrection(one.kind)
        ? { unit: one.unit, task: 'consequence-correct' }
        : office('consequence-verify');
    case 'reported':
      return office('consequence-verify');
    case 'done':
    case 'dropped':
      return null;
  }
}

/** All that lists and desks show of a consequence, worked out from its state alone. */
export function projectConsequence(one: Consequence, calendar: Calendar) {
  const clock: CountedClock | null =
    one.clocks.map((each) => countClock(each, calendar)).find(isRunning) ?? null;
  const wait = waiting(one);
  return {
    row: {
      state: one.status,
      open: !isEnded(one),
      subject: one.item,
      holder: one.unit,
      readers: readersOf(one),
      openedAt: one.proposedAt,
    },
    items: wait === null ? [] : [{ unit: wait.unit, tasks: [wait.task], officer: null, clock }],
  };
}
