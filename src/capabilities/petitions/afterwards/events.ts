import type { SealedText } from '../petition.ts';
import type { RatingExclusion, RatingValue } from './state.ts';

/** What happens around and after the conclusion. */
export interface AfterwardsEvents {
  /** Whoever holds the petition has looked at what came. */
  MaterialNoted: Record<never, never>;

  /** Participation is counted from here: opened, rated, closed without a word (P-11). */
  RatingOpened: { readonly round: number; readonly office: string; readonly unit: string };
  RatingExcluded: { readonly round: number; readonly reason: RatingExclusion };
  PetitionRated: Omit<RatingValue, 'at'> & {
    readonly round: number;
    /** A later value; the first one stands in an earlier event for ever. */
    readonly changes: boolean;
  };
  RatingReminded: { readonly round: number; readonly reminder: number };
  RatingWindowClosed: { readonly round: number; readonly rated: boolean };
  RatingContactLogged: { readonly record: SealedText; readonly heldAt: number };
  BadRatingNoted: { readonly round: number; readonly note: SealedText };
}
