import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperCommandData } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { LetterFile } from './case.ts';
import type { LadderStep } from './settings.ts';

interface Draft {
  readonly paperId: string;
  /** Of the last letter: the body that is asked; null for the unit itself. */
  readonly addressee: string | null;
  readonly copies: readonly string[];
  readonly words: SealedText;
}

interface Answer {
  readonly words: SealedText;
  readonly attachments: readonly LetterFile[];
}

interface Commands extends PaperCommandData {
  beginLetters: Draft & {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly item: string | null;
    readonly steps: readonly LadderStep[];
    readonly step: number;
    /** Why steps before it are left out. */
    readonly reason: SealedText | null;
  };
  /** A supervisor writes the letter: anew after it came back, or in place of the system's draft. */
  draftLetter: Draft;
  raiseLetter: Draft & { readonly to: number; readonly reason: SealedText };
  escalateLetter: { readonly paperId: string; readonly addressee: string | null };
  answerLetter: Answer;
  /** A written answer that came to the office. */
  recordAnswer: Answer & { readonly receivedOn: LocalDate };
  acceptAnswer: { readonly words: SealedText };
  returnAnswer: { readonly words: SealedText };
  withdrawLetters: { readonly reason: SealedText };
  recountClocks: { readonly calendarVersion: string };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type LettersCommandType = keyof Commands;
export type LettersCommandOf<T extends LettersCommandType> = { readonly type: T } & Commands[T];
export type LettersCommand = { [T in LettersCommandType]: LettersCommandOf<T> }[LettersCommandType];
