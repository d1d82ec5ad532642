import type { ReviewCommandType } from './command.ts';
import { reviewStatuses, type ReviewStatus } from './review.ts';

type Cell = 'yes' | 'no';
/** One cell per status: a new status does not compile until every command has thought of it. */
type RowOver<S extends readonly ReviewStatus[]> = { readonly [K in keyof S]: Cell };
type Row = RowOver<typeof reviewStatuses>;

const y = 'yes';
const n = 'no';

/** The life of a review: which command is thinkable in which status. */
export const reviewLifecycle = {
  // columns:
  //                       choosing, late, requested, examining, issued, closed
  requestReview: /*     */ [n, n, n, n, n, n],
  chooseBody: /*        */ [y, n, n, n, n, n],
  decideLateness: /*    */ [n, y, n, n, n, n],
  acceptReview: /*      */ [n, n, y, n, n, n],
  chooseReviewOfficer: /**/ [n, n, n, y, n, n],
  refuseReview: /*      */ [n, n, y, y, n, n],
  withdrawOfficial: /*  */ [n, y, y, y, n, n],
  recordInquiry: /*     */ [n, n, n, y, n, n],
  withdrawReview: /*    */ [y, y, y, y, n, n],
  orderHearing: /*      */ [n, n, n, y, n, n],
  recordHearing: /*     */ [n, n, n, y, n, n],
  draftDecision: /*     */ [n, n, n, y, n, n],
  checkPaper: /*        */ [n, y, y, y, y, y],
  signPaper: /*         */ [n, y, y, y, y, y],
  sealPaper: /*         */ [n, y, y, y, y, y],
  issuePaper: /*        */ [n, y, y, y, y, y],
  returnPaper: /*       */ [n, y, y, y, y, y],
  recordRendering: /*   */ [n, y, y, y, y, y],
  servePaper: /*        */ [n, y, y, y, y, y],
  recountClocks: /*     */ [y, y, y, y, y, y],
  dropHearing: /*       */ [n, n, n, y, n, n],
  succeedBody: /*       */ [y, y, y, y, y, y],
} as const satisfies Record<ReviewCommandType, Row>;

/** Whether the table lets a command come before the rules in this status. */
export const isThinkable = (command: ReviewCommandType, status: ReviewStatus): boolean =>
  reviewLifecycle[command][reviewStatuses.indexOf(status)] === 'yes';
