import type { LocalDate } from '../../kernel/local-date.ts';
import type { FlowPaper } from '../../kernel/paper-flow.ts';
import type { SealedText } from '../../kernel/sealed.ts';

/** Before whom it lies: a leader to whom the office took it, or the head of the unit that has it. */
export const letterReaders = ['leader', 'unit-head'] as const;
export type LetterReader = (typeof letterReaders)[number];

export const letterStatuses = ['laid', 'read', 'instructed'] as const;
export type LetterStatus = (typeof letterStatuses)[number];

/** What a reader marks on it. */
export const letterMarks = ['seen', 'attend', 'receive'] as const;
/** Seen; to be attended to closely (督办); the reader will receive the writer. */
export type LetterMark = (typeof letterMarks)[number];

export interface Reading {
  readonly at: number;
  readonly userId: string;
  readonly mark: LetterMark;
  readonly words: SealedText | null;
}

/** A written instruction (批示) to a unit; what is owed by it is a commitment of its own. */
export interface Instruction {
  readonly at: number;
  readonly userId: string;
  readonly commitmentId: string;
  readonly unit: string;
  readonly dueDate: LocalDate;
  /** Whether the petitioner is told. */
  readonly told: boolean;
}

export interface Letter {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: LetterStatus;
  readonly before: LetterReader;
  /** The unit whose leader or head reads it. */
  readonly unit: string;
  readonly office: string;
  readonly laidAt: number;
  /** Why it is laid before a leader. */
  readonly reason: SealedText | null;
  readonly readings: readonly Reading[];
  readonly instructions: readonly Instruction[];
  readonly papers: readonly FlowPaper[];
}
