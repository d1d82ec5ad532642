import type { Petition } from '../petition.ts';
import type { FollowUp } from './state.ts';

/** The follow-up that waits, or the last one. */
export const lastFollowUp = (petition: Petition): FollowUp | null =>
  petition.afterwards.followUps.at(-1) ?? null;

/** The follow-up that waits to be made; null when none does. */
export function findFollowUp(petition: Petition): FollowUp | null {
  const followUp = lastFollowUp(petition);
  return followUp !== null && followUp.doneAt === null && petition.status === 'concluded'
    ? followUp
    : null;
}
