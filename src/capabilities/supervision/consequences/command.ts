import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperCommandData } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { ConsequenceFile, Terms } from './case.ts';
import type { ConsequenceKind } from './settings.ts';

interface Said {
  readonly words: SealedText;
  readonly attachments: readonly ConsequenceFile[];
}

interface Commands extends PaperCommandData {
  propose: {
    readonly petitionId: string;
    readonly kind: ConsequenceKind;
    readonly office: string;
    readonly unit: string;
    readonly post: SealedText | null;
    readonly reason: SealedText;
    readonly petitions: readonly string[];
    readonly letters: readonly string[];
    readonly item: string | null;
  };
  makeStatement: Said;
  declineStatement: object;
  /** The days to state a view are over and the unit said nothing. */
  recordSilence: object;
  draftDecision: { readonly words: SealedText; readonly terms: Terms; readonly paperId: string };
  recordCarriedOut: { readonly on: LocalDate; readonly words: SealedText };
  reportCorrection: Said & { readonly on: LocalDate };
  returnCorrection: { readonly words: SealedText };
  lift: { readonly words: SealedText };
  drop: { readonly words: SealedText };
  recountClocks: { readonly calendarVersion: string };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type ConsequenceCommandType = keyof Commands;
export type ConsequenceCommandOf<T extends ConsequenceCommandType> = {
  readonly type: T;
} & Commands[T];
export type ConsequenceCommand = {
  [T in ConsequenceCommandType]: ConsequenceCommandOf<T>;
}[ConsequenceCommandType];
