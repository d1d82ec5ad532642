import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { EndCause, FindingReference, Ground, Hit, MustCheck } from './case.ts';

/** Whom an item is about and who looks after it. */
export interface ItemPlace {
  readonly petitionId: string | null;
  readonly unit: string;
  readonly office: string;
  readonly regionCode: string;
}

export interface EndedHit {
  readonly key: string;
  readonly cause: EndCause;
  /** Epoch ms. */
  readonly at: number;
}

interface Commands {
  /** The system found something; opens the item, adds to it, or opens it again. */
  recordHits: {
    readonly check: MustCheck;
    readonly place: ItemPlace;
    readonly hits: readonly Hit[];
  };
  noteEnded: { readonly ended: readonly EndedHit[] };
  orderItem: {
    readonly place: ItemPlace;
    /** On a ground of Reg. art. 40(1), or on what an inspection found. */
    readonly on: Ground | FindingReference;
    readonly words: SealedText;
    readonly dueDate: LocalDate;
  };
  answerItem: { readonly words: SealedText };
  returnAnswer: { readonly words: SealedText; readonly dueDate: LocalDate };
  closeItem: { readonly words: SealedText };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type ItemCommandType = keyof Commands;
export type ItemCommandOf<T extends ItemCommandType> = { readonly type: T } & Commands[T];
export type ItemCommand = { [T in ItemCommandType]: ItemCommandOf<T> }[ItemCommandType];
