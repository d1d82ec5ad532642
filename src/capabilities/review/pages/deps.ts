import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PetitionPagesDeps } from '../../petitions/index.ts';
import type { OwnRequestInput } from '../contract.ts';
import type { PublicReview, ReviewChoice } from '../view.ts';

/** What a petitioner may do to an own review from these pages. */
export type OwnStep =
  | { readonly type: 'chooseBody'; readonly body: string }
  | { readonly type: 'withdrawReview' };

/** What the review pages need beside the petition's. */
export interface ReviewPagesDeps {
  readonly petitions: PetitionPagesDeps;
  /**
   * The secret of the draft of a request: the house's own, so that only whoever has proved number
   * and code comes to it, on whichever device.
   */
  readonly draftSecret: (petitionId: string, about: string) => string;
  readonly choice: (petitionId: string) => Promise<Result<ReviewChoice, Refusal>>;
  /** The same key with the same input asks once. */
  readonly ask: (
    petitionId: string,
    input: OwnRequestInput,
    commandKey: string,
  ) => Promise<Result<{ readonly id: string }, Refusal>>;
  readonly open: (petitionId: string, reviewId: string) => Promise<PublicReview | null>;
  readonly step: (
    petitionId: string,
    reviewId: string,
    step: OwnStep,
    commandKey: string,
  ) => Promise<Result<unknown, Refusal>>;
  readonly paper: (
    petitionId: string,
    reviewId: string,
    paperId: string,
  ) => Promise<{ readonly title: string; readonly bytes: Buffer } | null>;
}
