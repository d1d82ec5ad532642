/** Reports on petition work (T-3, Reg. 41): drafted from measures, worded, finalised, printed. */
export * from './commands/index.ts';
export { listReports, openReport } from './queries/reports.ts';
export { paperOf } from './paper.ts';
export { rebuildReports } from './rebuild.ts';
export { reportRoutes } from './routes/index.ts';
