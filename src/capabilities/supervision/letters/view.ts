import type { ClockColour } from '../../../kernel/clock-colours.ts';
import type { PaperStage } from '../../../kernel/paper-flow.ts';
import type { LetterCause, LettersStatus, LetterState } from './case.ts';
import type { LettersStep } from './contract.ts';
import type { LadderStep, LetterKind } from './settings.ts';

/** Times are epoch ms, days YYYY-MM-DD in Asia/Shanghai. */
interface Named {
  readonly id: string;
  readonly name: string;
}

export interface LetterDue {
  readonly dueDate: string;
  readonly remainingDays: number;
  readonly colour: ClockColour;
  readonly source: string;
}

/** A ladder in a list. */
export interface LettersLine {
  readonly id: string;
  readonly status: LettersStatus;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: Named;
  /** Place of the newest letter that this reader sees, from 0, and what the office calls it. */
  readonly step: number;
  readonly name: string;
  /** The day on which an answer is due, while one is awaited. */
  readonly due: LetterDue | null;
  readonly openedAt: number;
}

export interface LettersPage {
  readonly items: readonly LettersLine[];
  readonly next: string | null;
}

export interface LetterFileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface LetterAnswerView {
  readonly at: number;
  readonly by: string;
  readonly unit: Named;
  readonly receivedOn: string | null;
  readonly words: string;
  readonly files: readonly LetterFileView[];
  readonly judged: {
    readonly at: number;
    readonly by: string;
    readonly accepted: boolean;
    readonly words: string;
  } | null;
}

export interface LetterView {
  readonly step: number;
  readonly name: string;
  readonly kind: LetterKind;
  readonly state: LetterState;
  readonly cause: LetterCause;
  readonly addressee: Named;
  readonly copies: readonly Named[];
  readonly reason: string | null;
  readonly servedOn: string | null;
  readonly due: LetterDue | null;
  /** Whether the last answer came in time; null while none has. */
  readonly inTime: boolean | null;
  readonly answers: readonly LetterAnswerView[];
  readonly paper: LetterPaperView;
}

export interface LetterPaperView {
  readonly id: string;
  readonly kind: LetterKind;
  readonly stage: PaperStage;
  readonly issuer: Named;
  readonly draftedBy: string;
  /** Drafted by the system when the period ran out. */
  readonly bySystem: boolean;
  readonly number: string | null;
  readonly sealedAt: number | null;
  readonly rendered: boolean;
  readonly servedAt: number | null;
  readonly internal: boolean;
  readonly words: string;
  readonly steps: readonly LettersStep[];
}

export interface LettersAllowance {
  readonly command: LettersStep;
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface LettersTimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly actor: string;
  readonly unit: string;
}

/** A ladder as one reader sees it. */
export interface LettersView extends LettersLine {
  readonly version: number;
  readonly office: Named;
  readonly item: string | null;
  readonly steps: readonly LadderStep[];
  readonly letters: readonly LetterView[];
  readonly withdrawal: string | null;
  /** Until when the next letter should be sent; null when none is being written. */
  readonly draftDue: LetterDue | null;
  readonly next: LettersStep | null;
  readonly allowances: readonly LettersAllowance[];
  readonly timeline: readonly LettersTimelineEntry[];
}

export interface LettersOfPetition {
  readonly items: readonly LettersLine[];
  /** What may be begun; null for whoever sends no letters. */
  readonly begin: {
    readonly steps: readonly LadderStep[];
    /** Units to which a letter may go. */
    readonly units: readonly Named[];
  } | null;
}
