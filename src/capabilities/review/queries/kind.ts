import type { RecordedEvent } from '../../../platform/record/index.ts';
import type { CaseKind } from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import { decideReview } from '../decide/index.ts';
import { reviewEventVersion, type RecordedReviewEvent, type ReviewEvent } from '../events.ts';
import { evolveReview } from '../evolve.ts';
import { reviewDocumentOf } from '../paper-content/index.ts';
import { isReviewVisible, mayReview } from '../policy.ts';
import { projectReview } from '../projection.ts';
import type { Review } from '../review.ts';

/** The record keeps types as text; they were written from the same types. */
export const asReviewEvent = (event: RecordedEvent): RecordedReviewEvent => {
  if (event.typeVersion > reviewEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedReviewEvent;
};

/** Review and re-examination as records beside a petition. */
export const reviewKind: CaseKind<Review, ReviewCommand, ReviewEvent> = {
  kind: 'review',
  eventVersion: reviewEventVersion,
  evolve: (id, review, event) => evolveReview(id, review, asReviewEvent(event)),
  decide: decideReview,
  isVisible: isReviewVisible,
  may: mayReview,
  project: projectReview,
  documentOf: (source, wording) => reviewDocumentOf(source, wording),
  noticeOf: (event) => (event.type === 'PaperRendered' ? 'paper-ready' : null),
};

/** Folds what was read of a review; null when nothing was. */
export const foldReview = (id: string, events: readonly RecordedEvent[]): Review | null =>
  events.reduce<Review | null>((before, event) => reviewKind.evolve(id, before, event), null);
