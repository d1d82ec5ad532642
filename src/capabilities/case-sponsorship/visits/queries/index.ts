export { listVisits, listVisitsOfPetition, takeAlong } from './list.ts';
export { listOwnVisits, openVisit, openVisitFile, type OpenedVisitFile } from './one.ts';
export { visitKind } from './kind.ts';
