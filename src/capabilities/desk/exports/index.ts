export { approveExport, askExport, askExportAgain } from './ask.ts';
export { exportKind, type ExportDeps } from './deps.ts';
export { findStaffActor } from './find-actor.ts';
export { exportJob, produceExport } from './produce.ts';
export { getExport, listExports, openExport } from './read.ts';
export { exportKeys } from './store.ts';
export { exportRoutes, type ExportRoutesOptions } from './routes.ts';
export { neutralise } from './sheet.ts';
export { nameOfCode } from './words.ts';
