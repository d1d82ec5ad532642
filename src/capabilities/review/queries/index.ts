export { findLawfulBodies, readReviewBodies } from './bodies.ts';
export { findReviewChoice } from './choice.ts';
export { openReviewFile } from './file.ts';
export { findReviewsOfPetition } from './of-petition.ts';
export { openReviewPaper, openReviewPaperFile } from './papers.ts';
export { openPublicReview } from './public.ts';
export { explainReviewClock, openReviewView } from './view.ts';
