import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock, isRunning } from '../../../kernel/case-clocks.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { Petition } from '../petition.ts';

/**
 * P-4: what a clerk is pointed to when the same matter was concluded before. An open one is merged
 * into; while review may be asked for, review is the way; after that a person decides with a reason,
 * and new facts are a new petition; once the procedure has ended it is no longer accepted (Reg. 36).
 * @param earlier the petition of the same matter, concluded
 */
export function refuseSameMatter(
  earlier: Petition,
  { now, calendar }: { readonly now: number; readonly calendar: Calendar },
): Refused {
  const { number } = earlier;
  if (earlier.procedureEnded !== null) return refuse('same-matter-ended', { number }, 'into');
  if (earlier.reviews.some(({ state }) => state === 'pending')) {
    return refuse('same-matter-in-review', { number }, 'into');
  }
  const window = earlier.clocks.findLast(({ period }) => period === 'review-request');
  if (window === undefined) return refuse('merge-target-not-open', {}, 'into');
  const due = countClock(window, calendar);
  return isRunning(window) && now < due.dueAt
    ? refuse('same-matter-review', { number, until: due.dueDate }, 'into')
    : refuse('same-matter-lapsed', { number, until: due.dueDate }, 'into');
}
