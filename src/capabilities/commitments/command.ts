import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type {
  CommitmentSource,
  EvidenceFile,
  Promisee,
  Responsible,
  WithdrawalCause,
} from './commitment.ts';

interface Commands {
  makeCommitment: {
    readonly source: { readonly kind: CommitmentSource; readonly id: string };
    readonly text: SealedText;
    readonly publicText: SealedText | null;
    readonly promisedTo: Promisee;
    readonly responsible: Responsible;
    readonly unit: string;
    readonly byUnit: string;
    readonly madeBy: string | null;
    readonly dueDate: LocalDate;
  };
  reportFulfilled: {
    readonly doneOn: LocalDate;
    readonly evidence: SealedText;
    readonly files: readonly EvidenceFile[];
    readonly withoutConfirmation: SealedText | null;
  };
  confirmFulfilled: { readonly words: SealedText | null };
  denyFulfilled: { readonly words: SealedText | null };
  verifyFulfilled: { readonly reason: SealedText };
  returnReport: { readonly reason: SealedText };
  changeDate: { readonly dueDate: LocalDate; readonly reason: SealedText };
  withdrawCommitment: {
    readonly reason: SealedText | null;
    readonly cause: WithdrawalCause | null;
  };
  succeedUnit: {
    /** The unit that ended. */
    readonly from: string;
    /** Who takes over what it had. */
    readonly to: string;
  };
}

export type CommitmentCommandType = keyof Commands;
export type CommitmentCommandOf<T extends CommitmentCommandType> = {
  readonly type: T;
} & Commands[T];
export type CommitmentCommand = {
  [T in CommitmentCommandType]: CommitmentCommandOf<T>;
}[CommitmentCommandType];
