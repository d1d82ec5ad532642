export {
  followForRecommendations,
  recommendationsFollow,
  succeedRecommendations,
} from './follow.ts';
export { dropGap, noteGap } from './gap.ts';
export {
  draftRecommendation,
  recommendationPaperHost,
  stepRecommendation,
} from './recommendation.ts';
export { remindLate } from './remind.ts';
export { beginRepair, stepRepair } from './repair.ts';
