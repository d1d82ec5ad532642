import type { LocalDate } from '../../kernel/local-date.ts';
import type { PaperCommandData } from '../../kernel/paper-flow.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type {
  Barred,
  Contested,
  DecisionOutcome,
  LawfulBody,
  Point,
  RefusalReason,
  RequestChannel,
  RequestFile,
  Stage,
} from './review.ts';

/** What a request finds before it is decided: gathered under the petition's lock. */
export interface Ground {
  readonly stage: Stage;
  readonly contested: Contested;
  readonly bodies: readonly LawfulBody[];
  readonly barred: Barred;
  readonly lastDay: LocalDate;
  /** Epoch ms of the first moment that is too late. */
  readonly lateFrom: number;
}

interface Commands extends PaperCommandData {
  requestReview: {
    readonly petitionId: string;
    readonly ground: Ground;
    readonly channel: RequestChannel;
    readonly requestedOn: LocalDate;
    readonly grounds: SealedText;
    readonly lateReason: SealedText | null;
    readonly body: string | null;
    readonly attachments: readonly RequestFile[];
    /** Who else reads it: the office and the unit. */
    readonly readers: readonly string[];
  };
  chooseBody: { readonly body: string };
  decideLateness: {
    readonly admitted: boolean;
    readonly reason: SealedText;
    readonly paperId: string;
  };
  acceptReview: { readonly officer: string; readonly paperId: string };
  chooseReviewOfficer: { readonly userId: string };
  refuseReview: {
    readonly reason: RefusalReason;
    readonly explanation: SealedText;
    readonly paperId: string;
  };
  withdrawOfficial: { readonly userId: string; readonly reason: SealedText };
  recordInquiry: { readonly record: SealedText; readonly heldOn: LocalDate };
  withdrawReview: { readonly reason: SealedText | null; readonly signed: boolean };
  orderHearing: { readonly reason: SealedText };
  recordHearing: { readonly from: LocalDate; readonly to: LocalDate };
  draftDecision: {
    readonly outcome: DecisionOutcome;
    readonly points: readonly Point[];
    readonly conclusion: SealedText;
    readonly paperId: string;
  };
  recountClocks: { readonly calendarVersion: string };
  dropHearing: object;
  succeedBody: { readonly from: string; readonly to: string };
}

export type ReviewCommandType = keyof Commands;
export type ReviewCommandOf<T extends ReviewCommandType> = { readonly type: T } & Commands[T];
export type ReviewCommand = { [T in ReviewCommandType]: ReviewCommandOf<T> }[ReviewCommandType];
