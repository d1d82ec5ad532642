import type { ConclusionForm, SealedText } from '../petition.ts';
import type { FollowUpResult, FollowUpWay, RatingExclusion, RatingValue } from './state.ts';

/** The office's own days, where it has set any, and the document that sets them. */
export interface OwnDaysOfEvent {
  readonly days?: number;
  readonly source?: string;
}

/** What happens around and after the conclusion. */
export interface AfterwardsEvents {
  /** Whoever holds the petition has looked at what came. */
  MaterialNoted: Record<never, never>;

  /** Participation is counted from here: opened, rated, closed without a word (P-11). */
  RatingOpened: OwnDaysOfEvent & {
    readonly round: number;
    readonly office: string;
    readonly unit: string;
  };
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

  FollowUpScheduled: OwnDaysOfEvent & { readonly round: number; readonly unit: string };
  /** Nobody was reached; the last try ends the follow-up. */
  FollowUpTried: {
    readonly round: number;
    readonly way: FollowUpWay;
    readonly heldAt: number;
    readonly note: SealedText | null;
    readonly last: boolean;
  };
  FollowUpRecorded: {
    readonly round: number;
    readonly way: FollowUpWay;
    readonly heldAt: number;
    readonly result: FollowUpResult;
    /** In the petitioner's words. */
    readonly words: SealedText;
  };

  ContestRaised: OwnDaysOfEvent & {
    readonly contestId: string;
    readonly round: number;
    readonly step: ConclusionForm;
    readonly reasons: SealedText | null;
    /** At the window, with the petitioner's signature. */
    readonly signed: boolean;
  };
  ContestDecided: {
    readonly contestId: string;
    readonly upheld: boolean;
    readonly reasons: SealedText;
    readonly paperId: string;
    /** The petition from which a merged one is taken out again. */
    readonly releasedFrom: string | null;
  };
}
