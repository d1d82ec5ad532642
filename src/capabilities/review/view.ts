import type { ClockColour } from '../../kernel/clock-colours.ts';
import type { DayLine, LegalBasis, NextRight } from '../../kernel/clocks.ts';
import type { PaperStage } from '../../kernel/paper-flow.ts';
import type { Certainty, PeriodId } from '../../kernel/periods.ts';
import type { ReviewInputType } from './contract.ts';
import type { Closing, RequestChannel, ReviewPaperKind, ReviewStatus, Stage } from './review.ts';

/** Times are epoch ms, days YYYY-MM-DD in Asia/Shanghai. */
interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReviewClockView {
  readonly key: string;
  readonly period: PeriodId;
  readonly basis: LegalBasis;
  readonly certainty: Certainty;
  readonly holder: Named;
  readonly startedAt: number;
  readonly dueDate: string;
  readonly dueAt: number;
  readonly remainingDays: number;
  readonly colour: ClockColour;
  readonly provisional: boolean;
  readonly stoppedAt: number | null;
  readonly extensionDays: number;
  readonly nextRight: NextRight | null;
  readonly profile: string | null;
  readonly hours: boolean;
  readonly right: boolean;
}

export interface ReviewClockExplanation extends ReviewClockView {
  readonly days: readonly DayLine[];
}

export interface ReviewPaperView {
  readonly id: string;
  readonly kind: ReviewPaperKind;
  readonly stage: PaperStage;
  readonly issuer: Named;
  readonly draftedBy: string;
  readonly number: string | null;
  readonly sealedAt: number | null;
  readonly rendered: boolean;
  readonly servedAt: number | null;
  readonly internal: boolean;
  readonly steps: readonly ReviewInputType[];
}

export interface ReviewTimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly actor: string;
  readonly unit: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly text: string | null;
  readonly public: boolean;
}

export interface ReviewAllowance {
  readonly command: ReviewInputType;
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface LawfulBodyView extends Named {
  /** The rule that says so; empty for the level above by the Regulation itself. */
  readonly source: string;
}

/** A file handed in with a request. */
export interface RequestFileView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** A review or re-examination in the list of its petition. */
export interface ReviewLine {
  readonly id: string;
  readonly stage: Stage;
  /** How it stands, or how it ended. */
  readonly state: ReviewStatus | Closing | 'pending';
  /** Empty while the petitioner chooses between two lawful bodies. */
  readonly body: string;
  readonly requestedAt: number;
  /** The clock of the body while it runs. */
  readonly clock: ReviewClockView | null;
  /** Whether this reader may open it. */
  readonly readable: boolean;
}

/** The reviews of one petition, and whether the next may be registered now. */
export interface ReviewsOfPetition {
  readonly items: readonly ReviewLine[];
  /** Null for whoever takes in no requests. */
  readonly request: {
    readonly allowed: boolean;
    readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
  } | null;
}

/** A review as one reader at the office sees it. */
export interface ReviewView {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  readonly status: ReviewStatus;
  readonly closing: Closing | null;
  readonly channel: RequestChannel;
  readonly openedAt: number;
  readonly requestedOn: string;
  readonly lastDay: string;
  readonly late: {
    readonly reason: string | null;
    readonly admitted: boolean | null;
    readonly decision: string | null;
  } | null;
  readonly petition: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly electronicService: boolean;
  };
  readonly body: Named | null;
  readonly bodies: readonly LawfulBodyView[];
  readonly contested: {
    readonly paperId: string;
    /** The review whose opinion it is; null for the unit's handling opinion. */
    readonly reviewId: string | null;
    readonly issuer: Named;
    readonly number: string | null;
    readonly servedAt: number;
  };
  readonly grounds: string;
  readonly files: readonly RequestFileView[];
  readonly demands: readonly {
    readonly id: string;
    readonly text: string;
    /** What the unit had answered. */
    readonly outcome: string | null;
  }[];
  readonly officer: Named | null;
  readonly inquiries: readonly { readonly heldOn: string; readonly record: string }[];
  readonly hearing: {
    readonly orderedAt: number;
    readonly reason: string;
    readonly days: readonly { readonly from: string; readonly to: string }[];
  } | null;
  readonly clock: ReviewClockView | null;
  readonly clocks: readonly ReviewClockView[];
  readonly papers: readonly ReviewPaperView[];
  readonly next: ReviewInputType | null;
  readonly allowances: readonly ReviewAllowance[];
  readonly timeline: readonly ReviewTimelineEntry[];
}

/** What can be contested now, for the form that asks for it. */
export interface ReviewChoice {
  readonly stage: Stage;
  readonly lastDay: string;
  readonly late: boolean;
  readonly bodies: readonly LawfulBodyView[];
  readonly contested: {
    readonly issuer: string;
    readonly number: string | null;
    readonly servedAt: number;
  };
}

/** What the petitioner sees of an own review. */
export interface PublicReview {
  readonly id: string;
  readonly stage: Stage;
  readonly status: ReviewStatus;
  readonly closing: Closing | null;
  readonly requestedOn: string;
  /** The last day on which it could be, and can be, asked for. */
  readonly askUntil: string;
  readonly grounds: string;
  /** Names of what was handed in with it. */
  readonly files: readonly string[];
  readonly body: { readonly name: string; readonly phone: string } | null;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  /** The latest day of the answer; null when none is awaited. */
  readonly dueDate: string | null;
  readonly provisional: boolean;
  readonly hearingDays: readonly { readonly from: string; readonly to: string }[];
  /** Until when re-examination may be asked for; null when that is not open. */
  readonly nextUntil: string | null;
  readonly late: { readonly admitted: boolean | null; readonly decision: string | null } | null;
  readonly mayWithdraw: boolean;
  readonly papers: readonly {
    readonly id: string;
    readonly kind: ReviewPaperKind;
    readonly number: string | null;
    readonly servedAt: number | null;
  }[];
}
