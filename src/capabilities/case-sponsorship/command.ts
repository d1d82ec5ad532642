import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type { BacklogFile, Batch, PetitionerView } from './backlog.ts';

interface Commands {
  assignBacklog: {
    readonly petitionId: string;
    readonly batch: Batch;
    readonly listedAs: string | null;
    readonly office: string;
    readonly unit: string;
    readonly leader: SealedText;
    readonly leaderId: string | null;
    readonly dueDate: LocalDate | null;
  };
  proposeClosing: {
    readonly evidence: SealedText;
    readonly attachments: readonly BacklogFile[];
    readonly view: PetitionerView;
    readonly viewWords: SealedText;
  };
  verifyClosing: { readonly words: SealedText };
  sendBack: { readonly words: SealedText };
  /** Words of null: the petition itself was opened again. */
  takeUpAgain: { readonly words: SealedText | null };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type BacklogCommandType = keyof Commands;
export type BacklogCommandOf<T extends BacklogCommandType> = { readonly type: T } & Commands[T];
export type BacklogCommand = { [T in BacklogCommandType]: BacklogCommandOf<T> }[BacklogCommandType];
