export {
  followForRecommendations,
  recommendationsFollow,
  succeedRecommendations,
} from './follow.ts';
export { dropGap, noteGap } from './gap.ts';
export { recommendationPaperHost } from './paper-host.ts';
export { draftRecommendation, stepRecommendation } from './recommendation.ts';
export { remindLate } from './remind.ts';
export { beginRepair, stepRepair } from './repair.ts';
