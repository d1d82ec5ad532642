export { addReviewBody, endReviewBody } from './bodies.ts';
export { carryIntoPetitions, carryReview } from './carry.ts';
export { reviewCasePapers } from './case-papers.ts';
export { completeReviewAnnouncements } from './complete-announcements.ts';
export type { ReviewDeps } from './deps.ts';
export { reviewKind } from '../queries/kind.ts';
export { requestReview } from './request.ts';
export { runReviewCommand } from './run.ts';
