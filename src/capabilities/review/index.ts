/**
 * Review and re-examination (Reg. 35 to 37): records of their own beside a petition. This is the only
 * door for other capabilities, besides `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { reviewFacts } from './facts.ts';
import { asReviewEvent } from './queries/kind.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export type { BodyEntry } from './bodies.ts';
export type { OwnRequestInput, RequestInput, ReviewInput, ReviewInputType } from './contract.ts';
export { reviewJobs } from './jobs.ts';
export { reviewPages } from './pages/routes.tsx';
export type { ReviewPagesDeps } from './pages/deps.ts';
export { reviewReactions } from './reactions.ts';
export { rebuildReviews } from './rebuild.ts';
export { reviewStatuses, type Review, type ReviewPaperKind } from './review.ts';
export { reviewLifecycle } from './lifecycle.ts';
export { reviewRoutes, reviewScenes, type ReviewScene } from './routes/index.ts';
export type { PublicReview, ReviewChoice, ReviewView } from './view.ts';
export { reviewMeasures } from './measures.ts';

/** The facts of reviews as statistics hold them (T-1). */
export const reviewFactSource = registerFacts(reviewFacts, asReviewEvent);
