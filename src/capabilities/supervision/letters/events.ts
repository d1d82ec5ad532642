import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperEventData } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { LetterCause, LetterEffect, LetterFile } from './case.ts';
import type { LadderStep, LetterKind, LettersSettings } from './settings.ts';

interface Events extends PaperEventData<LetterKind, LetterEffect> {
  LettersBegun: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly item: string | null;
    readonly steps: readonly LadderStep[];
  };
  LetterDrafted: {
    readonly step: number;
    readonly paperId: string;
    readonly addressee: string;
    readonly copies: readonly string[];
    readonly cause: LetterCause;
    readonly reason: SealedText | null;
  };
  LetterServed: { readonly paperId: string; readonly servedOn: LocalDate };
  /** Nobody answered until the due day was over: the ladder rises by itself. */
  LetterLapsed: { readonly paperId: string; readonly dueDate: LocalDate; readonly to: number };
  LetterAnswered: {
    readonly paperId: string;
    readonly unit: string;
    readonly receivedOn: LocalDate | null;
    readonly words: SealedText;
    readonly attachments: readonly LetterFile[];
  };
  AnswerAccepted: {
    readonly paperId: string;
    readonly userId: string;
    readonly words: SealedText;
  };
  AnswerReturned: {
    readonly paperId: string;
    readonly userId: string;
    readonly words: SealedText;
  };
  LettersWithdrawn: { readonly userId: string; readonly reason: SealedText };
  LettersRecounted: { readonly calendarVersion: string };
  /** A unit ended; its successor stands wherever it stood. */
  LettersSucceeded: { readonly from: string; readonly to: string };
}

export type LettersEventType = keyof Events;
export type LettersEventOf<T extends LettersEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a ladder of letters. Other capabilities may read these. */
export type LettersEvent = { [T in LettersEventType]: LettersEventOf<T> }[LettersEventType];

export type RecordedLettersEvent = LettersEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
};

/** Kind of a ladder's stream. */
export const lettersStreamKind = 'three-letters';

/** The version that new events are written with. */
export const lettersEventVersion = 1;

export interface LettersSettingsEvent {
  readonly type: 'LettersSettingsChanged';
  readonly data: { readonly unit: string; readonly settings: LettersSettings };
}

/** Kind of the stream of one office's settings. */
export const lettersSettingsKind = 'letters-settings';
