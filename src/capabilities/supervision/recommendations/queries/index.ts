export { listGaps, openGap } from './gaps.ts';
export { gapKind, recommendationKind, repairKind } from './kind.ts';
export {
  listRecommendations,
  openRecommendation,
  openRecommendationFile,
  openRecommendationPaper,
} from './recommendations.ts';
export { listRepairs, openRepair } from './repairs.ts';
