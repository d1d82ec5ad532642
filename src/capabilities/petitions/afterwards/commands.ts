import type { SealedText } from '../petition.ts';
import type { FollowUpResult, FollowUpWay, Solved } from './state.ts';

/** What may be asked around and after the conclusion. */
export interface AfterwardsCommands {
  noteMaterial: Record<never, never>;
  rate: {
    readonly office: string;
    readonly unit: string;
    readonly demands: readonly { readonly demandId: string; readonly solved: Solved }[];
    readonly reason: SealedText | null;
  };
  remindRating: { readonly reminder: number };
  closeRating: Record<never, never>;
  logRatingContact: { readonly record: SealedText; readonly heldAt: number };
  noteRating: { readonly note: SealedText };
  /** The petition that went on for this one was concluded: now this petitioner can rate too. */
  openRating: { readonly office: string; readonly unit: string };
  recordFollowUp: {
    readonly way: FollowUpWay;
    readonly heldAt: number;
    readonly result: FollowUpResult;
    readonly words: SealedText | null;
  };
  contest: {
    readonly contestId: string;
    readonly reasons: SealedText | null;
    readonly signed: boolean;
  };
  decideContest: {
    readonly upheld: boolean;
    readonly reasons: SealedText;
    readonly paperId: string;
  };
}
