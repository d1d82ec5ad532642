import type { SealedText } from '../petition.ts';
import type { Solved } from './state.ts';

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
}
