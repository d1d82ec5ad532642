import type { Calendar } from '../../kernel/calendar.ts';
import { countClock, isRunning, type CountedClock } from '../../kernel/case-clocks.ts';
import { isPending, waitOf } from '../../kernel/paper-flow.ts';
import { readersOf } from './policy.ts';
import type { Review } from './review.ts';

/** What waits in a review, in the words of the desk. */
export type ReviewTask =
  | 'review-lateness'
  | 'review-accept'
  | 'review'
  | 'paper-approval'
  | 'paper-seal'
  | 'paper-serve';

/** Papers of a review all go to the petitioner. */
export const internalReviewPapers: ReadonlySet<string> = new Set();

/** What the body has to do now. */
export function tasksOf(review: Review): readonly ReviewTask[] {
  const tasks = new Set<ReviewTask>();
  const pending = review.papers.some(isPending);
  if (!pending) {
    if (review.status === 'late') tasks.add('review-lateness');
    if (review.status === 'requested') tasks.add('review-accept');
    if (review.status === 'examining') tasks.add('review');
  }
  for (const paper of review.papers) {
    const wait = waitOf(paper, internalReviewPapers);
    if (wait === 'approval') tasks.add('paper-approval');
    if (wait === 'seal') tasks.add('paper-seal');
    if (wait === 'service') tasks.add('paper-serve');
  }
  return [...tasks];
}

/** The earliest running duty of the body; the petitioner's window is nobody's delay. */
export const dutyOf = (clocks: readonly CountedClock[]): CountedClock | null =>
  clocks
    .filter((clock) => isRunning(clock) && clock.period !== 're-examination-request')
    .toSorted((one, other) => one.dueAt - other.dueAt)[0] ?? null;

/** All that lists and desks show of a review, worked out from its state alone. */
export function projectReview(review: Review, calendar: Calendar) {
  const clocks = review.clocks.map((clock) => countClock(clock, calendar));
  const tasks = tasksOf(review);
  const { body } = review;
  return {
    row: {
      state: review.status,
      open: review.status !== 'closed' || clocks.some(isRunning),
      subject: review.contested.paperId,
      holder: body ?? review.contested.issuer,
      readers: readersOf(review),
      openedAt: review.openedAt,
    },
    items:
      body === null || tasks.length === 0
        ? []
        : [{ unit: body, tasks, officer: review.officer, clock: dutyOf(clocks) }],
  };
}
