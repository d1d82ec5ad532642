import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type {
  CommitmentDeed,
  CommitmentSource,
  EvidenceFile,
  Judge,
  Promisee,
  Responsible,
  WithdrawalCause,
} from './commitment.ts';

interface Events extends Record<CommitmentDeed, object> {
  CommitmentMade: {
    readonly petitionId: string | null;
    readonly source: { readonly kind: CommitmentSource; readonly id: string };
    readonly text: SealedText;
    readonly publicText: SealedText | null;
    readonly promisedTo: Promisee;
    readonly responsible: Responsible;
    readonly unit: string;
    readonly byUnit: string;
    /** Of the unit; left out in records from before it was written down. */
    readonly regionCode?: string;
    readonly madeBy: string | null;
    readonly dueDate: LocalDate;
  };
  CommitmentReported: {
    readonly doneOn: LocalDate;
    readonly evidence: SealedText;
    readonly files: readonly EvidenceFile[];
    readonly withoutConfirmation: SealedText | null;
  };
  CommitmentFulfilled: { readonly judge: Judge; readonly words: SealedText | null };
  CommitmentSentBack: { readonly judge: Judge; readonly words: SealedText | null };
  CommitmentDateChanged: {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly reason: SealedText;
  };
  CommitmentWithdrawn: {
    readonly reason: SealedText | null;
    readonly cause: WithdrawalCause | null;
  };
  CommitmentSucceeded: {
    /** The unit that ended. */
    readonly from: string;
    /** Who keeps it from now on, and in whose name it stands. */
    readonly unit: string;
    readonly byUnit: string;
  };
}

export type CommitmentEventType = keyof Events;
export type CommitmentEventOf<T extends CommitmentEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a promise. Other capabilities may read these. */
export type CommitmentEvent = {
  [T in CommitmentEventType]: CommitmentEventOf<T>;
}[CommitmentEventType];

export type RecordedCommitmentEvent = CommitmentEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
};

/** The version that new events are written with. */
export const commitmentEventVersion = 1;
