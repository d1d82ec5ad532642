import { findRatingExclusion, isHandled } from '../afterwards/rating.ts';
import type { PetitionEvent } from '../events.ts';
import type { Petition } from '../petition.ts';
import { event, ownDays, type Context } from './context.ts';

/**
 * What every conclusion brings with it, by whichever command it came: the window in which the
 * petitioner may rate, or the reason why there is none (P-11), and the follow-up (P-12).
 * @param petition before the command
 * @param events what the command decided
 * @param context by whose practice
 */
export function withAfterwards(
  petition: Petition,
  events: readonly PetitionEvent[],
  context: Context,
): PetitionEvent[] {
  const concluded = events.findLast((each) => each.type === 'PetitionConcluded');
  if (concluded === undefined) return [...events];
  const { round, office, holder: unit } = petition;
  // A split that hides an accusation makes the whole letter one, in the same command.
  const classified = events.findLast((each) => each.type === 'PetitionClassified');
  const after = { ...petition, purpose: classified?.data.purpose ?? petition.purpose };
  const reason = findRatingExclusion(after, concluded.data);
  return [
    ...events,
    reason === null
      ? event('RatingOpened', {
          round,
          office,
          unit,
          ...ownDays(petition, context, 'rating-window'),
        })
      : event('RatingExcluded', { round, reason }),
    ...(isHandled(after, concluded.data)
      ? [event('FollowUpScheduled', { round, unit, ...ownDays(petition, context, 'follow-up') })]
      : []),
  ];
}
