import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperCommandData } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { AidKind } from './aid-rules.ts';
import type { Explanation, PathStep, PlacedStep, Way, WayFile } from './case.ts';

/** A sheet that the last approval seals. */
interface Sealed {
  readonly paperId: string;
  readonly number: string;
  readonly verifyCode: string;
  readonly document: SealedItem;
}

interface Commands {
  chooseWay: {
    readonly petitionId: string;
    readonly way: Way;
    readonly demandId: string | null;
    readonly office: string;
    readonly unit: string;
    readonly reason: SealedText;
    readonly steps: readonly Omit<PathStep, 'done'>[];
    readonly aid: {
      readonly kind: AidKind;
      readonly basis: SealedText;
      readonly circumstances: SealedText;
      /** Fen; null for what cannot be read. */
      readonly amount: number | null;
      readonly chain: readonly PlacedStep[];
    } | null;
  };
  recordStep: {
    readonly stepId: string;
    readonly on: LocalDate;
    readonly note: SealedText | null;
  };
  explainLaw: Omit<Explanation, 'at' | 'userId'>;
  finishWay: { readonly words: SealedText };
  changeWay: { readonly reason: SealedText };
  approveAid: { readonly words: SealedText; readonly sheet: Sealed | null };
  refuseAid: { readonly words: SealedText };
  payAid: {
    readonly on: LocalDate;
    readonly proof: SealedText;
    readonly files: readonly WayFile[];
  };
  recordRendering: PaperCommandData['recordRendering'];
  succeedUnit: { readonly from: string; readonly to: string };
}

export type WayCommandType = keyof Commands;
export type WayCommandOf<T extends WayCommandType> = { readonly type: T } & Commands[T];
export type WayCommand = { [T in WayCommandType]: WayCommandOf<T> }[WayCommandType];
