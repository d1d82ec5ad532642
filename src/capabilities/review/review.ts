import type { ClockState } from '../../kernel/case-clocks.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { FlowPaper } from '../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';

/** Second and third stage of the procedure (Reg. 35, 36). */
export const stages = ['review', 're-examination'] as const;
export type Stage = (typeof stages)[number];

/** Where a review stands; what came of it is its outcome. */
export const reviewStatuses = [
  'choosing',
  'late',
  'requested',
  'examining',
  'issued',
  'closed',
] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** How it was asked for. */
export const requestChannels = ['web', 'letter', 'window'] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** What a review can say of the opinion (local rules). */
export const decisionOutcomes = ['upheld', 'changed', 'handle-again'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const refusalReasons = ['late', 'not-entitled', 'not-reviewable', 'other-body'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** How a review ended. */
export const closings = [...decisionOutcomes, 'refused', 'withdrawn'] as const;
export type Closing = (typeof closings)[number];

/** What is found on one demand, and what is said to it. */
export interface Point {
  readonly demandId: string;
  readonly finding: DecisionOutcome;
  readonly facts: SealedText;
  readonly basis: SealedText;
  readonly answer: SealedText;
}

export const reviewPaperKinds = [
  'review-acceptance',
  'review-refusal',
  'review-opinion',
  're-examination-opinion',
] as const;
export type ReviewPaperKind = (typeof reviewPaperKinds)[number];

/** What takes effect with the seal of a review's paper. */
export type ReviewEffect =
  | { readonly kind: 'refuse'; readonly reason: RefusalReason }
  | {
      readonly kind: 'decide';
      readonly outcome: DecisionOutcome;
      readonly points: readonly Point[];
    };

export type ReviewPaper = FlowPaper<ReviewPaperKind, ReviewEffect>;

/** The opinion that is contested, and who made it: they decide nothing here. */
export interface Contested {
  readonly paperId: string;
  /** The review whose opinion it is; null for the unit's handling opinion. */
  readonly caseId: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly servedAt: number;
}

/** A body that may lawfully decide, and why. */
export interface LawfulBody {
  readonly unit: string;
  /** Name of the rule or list that says so; empty for the level above by the Regulation itself. */
  readonly source: string;
}

/** Conflict block (Reg. 28(3), V-1): who had a part in what is contested. */
export interface Barred {
  readonly units: readonly string[];
  /** User ids. */
  readonly people: readonly string[];
}

/** Days of a hearing, which the clock leaves out (Reg. 36(2)). */
export interface Hearing {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A file handed in with a request, as petitions keep theirs. */
export interface RequestFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

export interface Review {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: ReviewStatus;
  readonly stage: Stage;
  readonly channel: RequestChannel;
  /** Epoch ms: when it was recorded. */
  readonly openedAt: number;
  /** The day on which it was asked for: posted, handed over, sent. */
  readonly requestedOn: LocalDate;
  readonly contested: Contested;
  readonly grounds: SealedText;
  readonly attachments: readonly RequestFile[];
  readonly bodies: readonly LawfulBody[];
  readonly body: string | null;
  readonly barred: Barred;
  /** The last day to ask, and what was said and decided when it was over. */
  readonly lastDay: LocalDate;
  readonly late: {
    readonly reason: SealedText | null;
    readonly admitted: boolean | null;
    readonly decision: SealedText | null;
  } | null;
  readonly officer: string | null;
  readonly withdrawnOfficials: readonly string[];
  readonly hearing: { readonly orderedAt: number; readonly reason: SealedText } | null;
  readonly hearings: readonly Hearing[];
  readonly inquiries: number;
  readonly papers: readonly ReviewPaper[];
  readonly closing: Closing | null;
  readonly closedAt: number | null;
  readonly clocks: readonly ClockState[];
  /** Units that read it beside the body: who answers for the petition and who made the opinion. */
  readonly readers: readonly string[];
}

export const opinionKind = (stage: Stage): ReviewPaperKind =>
  stage === 'review' ? 'review-opinion' : 're-examination-opinion';

export const findReviewPaper = (review: Review, paperId: string): ReviewPaper | undefined =>
  review.papers.find(({ id }) => id === paperId);
