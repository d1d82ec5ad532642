import type { LocalDate } from '../../kernel/local-date.ts';
import type { PaperEventData } from '../../kernel/paper-flow.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type {
  Barred,
  Closing,
  Contested,
  DecisionOutcome,
  Hearing,
  LawfulBody,
  RefusalReason,
  RequestChannel,
  RequestFile,
  ReviewEffect,
  ReviewPaperKind,
  Stage,
} from './review.ts';

interface Events extends PaperEventData<ReviewPaperKind, ReviewEffect> {
  ReviewRequested: {
    readonly petitionId: string;
    readonly stage: Stage;
    readonly channel: RequestChannel;
    readonly requestedOn: LocalDate;
    readonly contested: Contested;
    readonly grounds: SealedText;
    readonly attachments: readonly RequestFile[];
    readonly bodies: readonly LawfulBody[];
    readonly body: string | null;
    readonly barred: Barred;
    readonly lastDay: LocalDate;
    /** Null in time; else what the petitioner says of the delay. */
    readonly late: { readonly reason: SealedText | null } | null;
    readonly readers: readonly string[];
  };
  ReviewBodyChosen: { readonly body: string };
  LatenessDecided: { readonly admitted: boolean; readonly reason: SealedText };
  ReviewAccepted: { readonly officer: string };
  ReviewOfficerChosen: { readonly userId: string };
  ReviewOfficialWithdrew: { readonly userId: string; readonly reason: SealedText };
  InquiryRecorded: { readonly record: SealedText; readonly heldOn: LocalDate };
  HearingOrdered: { readonly reason: SealedText };
  HearingHeld: Hearing;
  /** The hearing that was ordered was called off; another may be ordered. */
  HearingDropped: { readonly orderedAt: number };
  /** A unit has ended; `body` decides from now on, where the unit was the body. */
  ReviewUnitSucceeded: {
    readonly from: string;
    readonly to: string;
    readonly body: string | null;
    /** Who stands where the unit could be chosen; events of before name none: `body`, else `to`. */
    readonly heir?: string;
    /** Whether the officer went along to the new body. */
    readonly keepsOfficer: boolean;
  };
  ReviewOpinionIssued: { readonly paperId: string; readonly outcome: DecisionOutcome };
  ReviewClosed: {
    readonly closing: Closing;
    readonly reason: RefusalReason | null;
    readonly paperId: string | null;
    readonly words: SealedText | null;
  };
  ReviewClocksRecounted: { readonly calendarVersion: string };
}

export type ReviewEventType = keyof Events;
export type ReviewEventOf<T extends ReviewEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened in a review or re-examination. Other capabilities may read these. */
export type ReviewEvent = { [T in ReviewEventType]: ReviewEventOf<T> }[ReviewEventType];

export type RecordedReviewEvent = ReviewEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const reviewEventVersion = 1;
