import type { Actor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { Listing } from '../case.ts';
import type { ListingCommand } from '../command.ts';
import type { ListingEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';

/** What the rules are told besides the listing. */
export interface ListingContext {
  readonly actor: Actor;
  readonly petition: { readonly accusation: boolean };
}

/** Reasons shorter than this tell nobody anything. */
const shortestExplanation = 5;

const findReasonFault = ({ length }: SealedText): Refused | null =>
  length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, 'reason');

/**
 * Decides what a command does to the inspection list (U-3): entered, recoloured and removed by
 * decision with a reason; never an accusation, which no shared list may show (L-5).
 * @param listing the state now; null when the case was never on the list
 * @returns the events to record, or a refusal
 */
export function decideListing(
  listing: Listing | null,
  command: ListingCommand,
  { actor, petition }: ListingContext,
): Result<readonly ListingEvent[], Refusal> {
  const userId = actor.kind === 'staff' ? actor.userId : '';
  if (command.type === 'enterList') {
    if (petition.accusation) return refuse('inspection-list-accusation');
    if (listing?.status === 'listed') return refuse('inspection-list-state');
    const { type: _type, ...data } = command;
    const fault = findReasonFault(command.reason);
    return fault ?? ok([{ type: 'InspectionListed', data: { ...data, userId } }]);
  }
  if (listing === null) return refuse('not-found');
  if (!isThinkable(command.type, listing)) return refuse('inspection-list-state');
  switch (command.type) {
    case 'recolour': {
      const { colour, reason } = command;
      if (colour === listing.colour) return refuse('inspection-list-same-colour', {}, 'colour');
      const fault = findReasonFault(reason);
      return fault ?? ok([{ type: 'InspectionRecoloured', data: { userId, colour, reason } }]);
    }
    case 'removeFromList': {
      const { reason } = command;
      const fault = findReasonFault(reason);
      return fault ?? ok([{ type: 'InspectionRemoved', data: { userId, reason } }]);
    }
    case 'succeedUnit': {
      const { from, to } = command;
      return ok([{ type: 'InspectionSucceeded', data: { from, to } }]);
    }
  }
}
