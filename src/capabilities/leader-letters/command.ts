import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type { LetterMark, LetterReader } from './letter.ts';

interface Commands {
  layLetter: {
    readonly petitionId: string;
    readonly before: LetterReader;
    readonly unit: string;
    readonly office: string;
    readonly reason: SealedText | null;
  };
  readLetter: { readonly mark: LetterMark; readonly words: SealedText | null };
  instruct: {
    readonly commitmentId: string;
    readonly unit: string;
    readonly dueDate: LocalDate;
    readonly told: boolean;
  };
  succeedReader: { readonly from: string; readonly to: string };
}

export type LetterCommandType = keyof Commands;
export type LetterCommandOf<T extends LetterCommandType> = { readonly type: T } & Commands[T];
export type LetterCommand = { [T in LetterCommandType]: LetterCommandOf<T> }[LetterCommandType];
