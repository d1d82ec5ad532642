export { listDraws, openDraw, redraw, type Redrawn } from './draws.ts';
export { listInspections, openInspection, openInspectionFile, openOrder } from './inspections.ts';
export { inspectionKind, programmeKind } from './kind.ts';
export { listProgrammes, openProgramme } from './programmes.ts';
