import type { ClockColour } from '../../kernel/clock-colours.ts';
import type {
  CommitmentDeed,
  CommitmentSource,
  CommitmentStatus,
  Judge,
  Promisee,
} from './commitment.ts';
import type { StaffStep } from './contract.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of a list of promises. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface CommitmentLine {
  readonly id: string;
  readonly status: CommitmentStatus;
  readonly promisedTo: Promisee;
  readonly source: CommitmentSource;
  readonly published: boolean;
  readonly text: string;
  /** Null where it hangs on none. */
  readonly petition: { readonly id: string; readonly number: string } | null;
  readonly unit: Named;
  readonly byUnit: Named;
  readonly responsible: string;
  readonly madeAt: number;
  readonly dueDate: string;
  /** Null once it needs no watching any more. */
  readonly colour: ClockColour | null;
  /** 0 on the day itself; negative by the days that it is over. */
  readonly remainingDays: number;
  readonly overdue: boolean;
  readonly late: boolean;
  readonly sentBack: number;
}

export interface CommitmentPage {
  readonly items: readonly CommitmentLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
  readonly mayMake: boolean;
}

export interface CommitmentAllowance {
  readonly step: StaffStep;
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface JudgementView {
  readonly judge: Judge;
  readonly at: number;
  readonly words: string;
}

export interface ReportView {
  readonly at: number;
  readonly doneOn: string;
  readonly evidence: string;
  readonly withoutConfirmation: string | null;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
  }[];
}

export interface CommitmentTimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: CommitmentDeed;
  /** Display name of the person, `petitioner`, or empty for the program. */
  readonly actor: string;
  readonly unit: string;
}

/** A promise as one reader at the office sees it. */
export interface CommitmentView extends CommitmentLine {
  readonly version: number;
  readonly publicText: string | null;
  readonly formerDates: readonly {
    readonly dueDate: string;
    readonly changedAt: number;
    readonly reason: string;
  }[];
  readonly reports: readonly ReportView[];
  readonly returns: readonly JudgementView[];
  readonly fulfilled: JudgementView | null;
  readonly withdrawn: {
    readonly at: number;
    readonly reason: string;
    readonly cause: 'new-round' | null;
  } | null;
  readonly allowances: readonly CommitmentAllowance[];
  readonly timeline: readonly CommitmentTimelineEntry[];
}

/** A promise as the petitioner to whom it was made sees it. */
export interface OwnCommitment {
  readonly id: string;
  readonly status: CommitmentStatus;
  readonly text: string;
  readonly source: CommitmentSource;
  readonly unit: string;
  readonly responsible: string;
  readonly dueDate: string;
  readonly overdue: boolean;
  readonly late: boolean;
  readonly formerDates: CommitmentView['formerDates'];
  /** What the unit says was done; null while it says nothing. */
  readonly report: {
    readonly doneOn: string;
    readonly evidence: string;
    readonly files: readonly { readonly id: string; readonly name: string }[];
  } | null;
  readonly fulfilled: JudgementView | null;
  readonly withdrawnReason: string | null;
  readonly mayConfirm: boolean;
  readonly mayDeny: boolean;
}

/** A promise as everybody may read it: nobody is named. */
export interface PublicCommitment {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
  readonly status: CommitmentStatus;
  readonly madeOn: string;
  readonly dueDate: string;
  readonly overdue: boolean;
  readonly late: boolean;
  /** Dates that were promised before. */
  readonly formerDates: readonly string[];
  readonly fulfilledOn: string | null;
  /** What happened to it, oldest first, day by day; nobody is named. */
  readonly history: readonly {
    readonly on: string;
    readonly deed: CommitmentDeed;
    /** The day promised then; null where it was not about the day. */
    readonly dueDate: string | null;
  }[];
}
