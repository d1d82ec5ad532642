import { refuse } from '../../../kernel/refusals.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { lawfulBodies } from '../bodies.ts';
import type { Review } from '../review.ts';
import { decided, event, type ReviewContext, type Rule } from './context.ts';

/** Whether a unit decides, could be chosen, reads, or is barred. */
const concerns = ({ body, bodies, readers, barred }: Review, unit: string): boolean =>
  body === unit ||
  readers.includes(unit) ||
  barred.units.includes(unit) ||
  bodies.some((each) => each.unit === unit);

/**
 * Who decides in the place of a body that has ended: its successor, but never one that had a part in
 * what is contested; then the next level above it (Reg. 28(3), 35).
 */
function heirOf(review: Review, to: string, context: ReviewContext): string | null {
  if (!review.barred.units.includes(to)) return to;
  const asked = { unitId: to, stage: review.stage, on: localDateOf(context.now) };
  return lawfulBodies([], asked, review.barred, context.units)[0]?.unit ?? null;
}

/** O-1: no review is orphaned when a unit is merged or abolished. */
export const succeedBody: Rule<'succeedBody'> = (review, { from, to }, context) => {
  if (!concerns(review, from)) return decided();
  const decides = review.body === from;
  const body =
    decides || review.bodies.some(({ unit }) => unit === from) ? heirOf(review, to, context) : to;
  if (body === null) return refuse('review-body-unknown', {}, 'body');
  return decided(
    event('ReviewUnitSucceeded', {
      from,
      to,
      body: decides ? body : null,
      keepsOfficer: review.officer !== null && context.holdsPost(review.officer, body),
    }),
  );
};
