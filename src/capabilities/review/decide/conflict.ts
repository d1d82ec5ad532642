import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { Barred, Review } from '../review.ts';

/*
 * Conflict block (Reg. 28(3), V-1): neither the body nor a person that had a part in what is
 * contested decides on it. A rule of its own, asked before any step of an examiner.
 */

/** Why a body may not decide: it made what is contested, or decided on it before. */
export const findBodyConflict = (barred: Barred, unitId: string, field: string): Refused | null =>
  barred.units.includes(unitId) ? refuse('review-body-conflict', {}, field) : null;

/** Why a person may not be put in charge. */
export const findPersonConflict = (
  review: Review,
  userId: string,
  field?: string,
): Refused | null => {
  if (review.barred.people.includes(userId)) return refuse('review-person-conflict', {}, field);
  return review.withdrawnOfficials.includes(userId)
    ? refuse('official-withdrawn', {}, field)
    : null;
};

/** The same for whoever takes the step. */
export const findActorConflict = (review: Review, actor: Actor): Refused | null =>
  actor.kind === 'staff' && actor.unitId === review.body
    ? findPersonConflict(review, actor.userId)
    : null;
