export { listVisits, listVisitsOfPetition, takeAlong } from './list.ts';
export { listOwnVisits, openVisit, openVisitFile, type OpenedVisitFile } from './one.ts';
export { openVisitPaper } from './paper.ts';
export { visitKind } from './kind.ts';
