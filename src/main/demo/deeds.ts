import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import type {
  OwnRequestInput,
  RequestInput,
  ReviewInput,
  ReviewInputType,
} from '../../capabilities/review/index.ts';
import type {
  CommitmentStep as PromiseStep,
  CommitmentStepInput as PromiseInput,
} from '../../capabilities/commitments/index.ts';
import type { InspectedUpload } from '../../platform/files/index.ts';
import type {
  CommandInput,
  PaperKind,
  SingleCommandType,
  RegistrationInput,
} from '../../capabilities/petitions/index.ts';

/** What a step may need to know of the review, read from its record. */
export interface ReviewFacts extends Pick<Facts, 'day' | 'demands'> {
  /** The newest paper of the review. */
  readonly paper: () => string;
}

/** What a step may need to know of the petition, read from its record. */
export interface Facts {
  /** The newest paper of a kind. */
  readonly paper: (kind: PaperKind) => string;
  readonly demands: readonly string[];
  /** The newest relation that people stated. */
  readonly relation: () => string;
  /** The newest sub-task. */
  readonly task: () => string;
  readonly userId: (userName: string) => string;
  /** A day so many days after the step, `YYYY-MM-DD`. */
  readonly day: (after: number) => string;
}

export type DeedType = SingleCommandType;

/** One command; each knows how to do itself. */
export interface Deed {
  /** Whether the record of the petition must be read first. */
  readonly asksRecord: boolean;
  /** It opens a review: the steps of reviews that follow are about that one. */
  readonly opensReview?: boolean;
  readonly perform: (stage: Stage) => Promise<Result<unknown, Refusal>>;
}

/** What a deed is done with: the player puts it together for one step. */
export interface Stage {
  readonly facts: Facts;
  readonly register: (input: RegistrationInput) => Promise<Result<unknown, Refusal>>;
  readonly run: <T extends DeedType>(
    type: T,
    input: CommandInput<T>,
  ) => Promise<Result<unknown, Refusal>>;
  /** Relates it to another petition of the tale. */
  readonly relate: (
    other: string,
    input: Pick<CommandInput<'relate'>, 'kind' | 'reason'>,
  ) => Promise<Result<unknown, Refusal>>;
  readonly undoRelation: (relationId: string, reason: string) => Promise<Result<unknown, Refusal>>;
  readonly undoMerge: (reason: string) => Promise<Result<unknown, Refusal>>;
  /** Joins the group that another petition of the tale heads. */
  readonly joinGroup: (head: string, reason: string) => Promise<Result<unknown, Refusal>>;
  readonly merge: (into: string, explanation: string) => Promise<Result<unknown, Refusal>>;
  readonly split: (
    parts: (facts: Facts) => CommandInput<'split'>['parts'],
    explanation: string,
    names: readonly string[],
  ) => Promise<Result<unknown, Refusal>>;
  /** Material with a file. */
  readonly attach: (text: string, file: InspectedUpload) => Promise<Result<unknown, Refusal>>;
  /** Asks for review of the newest opinion. */
  readonly requestReview: (
    input: RequestInput | OwnRequestInput,
    file?: InspectedUpload,
  ) => Promise<Result<unknown, Refusal>>;
  /** A step of the newest review. */
  readonly review: <T extends ReviewInputType>(
    type: T,
    input: ReviewInput<T> | ((facts: ReviewFacts) => ReviewInput<T>),
  ) => Promise<Result<unknown, Refusal>>;
  readonly completeWithdrawal: () => Promise<Result<unknown, Refusal>>;
  /** A step with the newest promise on the petition. */
  readonly keepPromise: <T extends PromiseStep>(
    type: T,
    input: PromiseInput<T>,
  ) => Promise<Result<unknown, Refusal>>;
}

/** A user name; or `petitioner`, with number and code; or `system`. */
export type Who = string;

/** One thing that happened to a petition of a tale. */
export interface Step {
  /** Which petition of the tale: most tales have one. */
  readonly petition: string;
  readonly who: Who;
  /** Days after the beginning of the tale. */
  readonly day: number;
  readonly deed: Deed;
}
