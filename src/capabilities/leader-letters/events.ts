import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type { LetterMark, LetterReader } from './letter.ts';

interface Events {
  LetterLaid: {
    readonly petitionId: string;
    readonly before: LetterReader;
    readonly unit: string;
    readonly office: string;
    readonly reason: SealedText | null;
  };
  LetterRead: {
    readonly userId: string;
    readonly mark: LetterMark;
    readonly words: SealedText | null;
  };
  LetterInstructed: {
    readonly userId: string;
    readonly commitmentId: string;
    readonly unit: string;
    readonly dueDate: LocalDate;
    readonly told: boolean;
  };
  /** A unit ended; its successor stands wherever it stood. */
  LetterSucceeded: { readonly from: string; readonly to: string };
}

export type LetterEventType = keyof Events;
export type LetterEventOf<T extends LetterEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a letter before its reader. Other capabilities may read these. */
export type LetterEvent = { [T in LetterEventType]: LetterEventOf<T> }[LetterEventType];

export type RecordedLetterEvent = LetterEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const letterEventVersion = 1;
