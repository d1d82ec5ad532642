export { foldWay, wayOutKind } from './kind.ts';
export { festivalVisitKind, foldVisit } from './visit-kind.ts';
export { listFestivalVisits } from './visits.ts';
export {
  listWays,
  openProofFile,
  openSheetFile,
  openWay,
  waysOfPetition,
  waysOfPetitioner,
} from './ways.ts';
