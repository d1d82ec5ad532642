import { refuse } from '../../../kernel/refusals.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { lawfulBodies } from '../bodies.ts';
import type { Barred, Review } from '../review.ts';
import { decided, event, type ReviewContext, type Rule } from './context.ts';

/** Whether a unit decides, could be chosen, reads, or is barred. */
const concerns = ({ body, bodies, readers, barred }: Review, unit: string): boolean =>
  body === unit ||
  readers.includes(unit) ||
  barred.units.includes(unit) ||
  bodies.some((each) => each.unit === unit);

/**
 * Who decides in the place of a body: the unit itself, but never one that had a part in what is
 * contested; then the next level above it (Reg. 28(3), 35).
 */
const heirOf = (review: Review, barred: Barred, to: string, context: ReviewContext) =>
  barred.units.includes(to)
    ? (lawfulBodies(
        [],
        { unitId: to, stage: review.stage, on: localDateOf(context.now) },
        barred,
        context.units,
      )[0]?.unit ?? null)
    : to;

/**
 * O-1: no review is orphaned when a unit is merged or abolished. Where the unit whose opinion is
 * contested is merged into the very body, that body may not decide any more.
 */
export const succeedBody: Rule<'succeedBody'> = (review, { from, to }, context) => {
  if (!concerns(review, from)) return decided();
  const { units, people } = review.barred;
  const barred = { units: units.includes(from) ? [...units, to] : units, people };
  const decides = review.body === from || (review.body === to && barred.units.includes(to));
  const candidate = decides || review.bodies.some(({ unit }) => unit === from || unit === to);
  const heir = candidate ? heirOf(review, barred, to, context) : to;
  if (heir === null) return refuse('review-body-unknown', {}, 'body');
  return decided(
    event('ReviewUnitSucceeded', {
      from,
      to,
      heir,
      body: decides ? heir : null,
      keepsOfficer: review.officer !== null && context.holdsPost(review.officer, heir),
    }),
  );
};
