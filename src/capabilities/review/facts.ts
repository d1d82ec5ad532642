import { countClock } from '../../kernel/case-clocks.ts';
import type { FactContext, FactSource, StatedFact } from '../../kernel/facts.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedReviewEvent } from './events.ts';
import { evolveReview } from './evolve.ts';
import type { Review } from './review.ts';

/** The thirty days of the body, kept or not, on the day on which they end (Reg. 35, 36). */
function periodsOf(review: Review, context: FactContext): StatedFact[] {
  const calendar = context.calendar(review.calendarVersion);
  return review.clocks
    .filter(({ period }) => period === 'review' || period === 're-examination')
    .map((state) => {
      const { key, period, dueDate, dueAt, stoppedAt, holder } = countClock(state, calendar);
      return {
        kind: 'review-period',
        key,
        day: dueDate,
        detail: period,
        value: stoppedAt !== null && stoppedAt < dueAt ? 1 : 0,
        dims: { unit: holder },
      };
    });
}

/** What was asked for and what came of it; both count for the unit whose opinion is contested. */
function factsOf(review: Review, context: FactContext): readonly StatedFact[] {
  const { stage, requestedOn, closing, closedAt } = review;
  const decided: StatedFact[] =
    closing === null || closedAt === null
      ? []
      : [{ kind: 'review-closed', day: localDateOf(closedAt), detail: `${stage}/${closing}` }];
  return [
    { kind: 'review-asked', day: requestedOn, detail: stage },
    ...decided,
    // A request that was taken back, or refused, owes nobody a decision.
    ...(closing === 'withdrawn' || closing === 'refused' ? [] : periodsOf(review, context)),
  ];
}

/** What reviews and re-examinations give to statistics (T-1). */
export const reviewFacts: FactSource<Review, RecordedReviewEvent> = {
  id: 'review',
  version: 1,
  streams: ['review'],
  kinds: {
    'review-asked': { zh: '复查、复核申请', en: 'request for review or re-examination' },
    'review-closed': { zh: '复查、复核办结', en: 'review or re-examination closed' },
    'review-period': {
      zh: '到期的复查、复核期限（数值 1 为按期）',
      en: 'period of a review that came due (value 1: kept)',
    },
  },
  evolve: evolveReview,
  about: ({ petitionId }) => petitionId,
  dims: ({ contested }) => ({ unit: contested.issuer }),
  facts: factsOf,
};
