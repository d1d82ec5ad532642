/**
 * Statistics (T-1 to T-3): facts of every capability counted into measures, as tables and as lists
 * behind their numbers. Nobody but `main` and the other last readers imports it.
 */
export { factScope, type StatisticsDeps } from './commands/deps.ts';
export { publishNextMonth } from './commands/publish-month.ts';
export { countStaleThird } from './commands/thirds.ts';
export { refoldNextPage } from './commands/refold.ts';
export { refoldStreams } from './commands/fold.ts';
export { listSavedTables, removeSavedTable, saveTable } from './commands/saved-tables.ts';
export { factConsumer } from './consumer.ts';
export type { Cell, Freshness, MeasureEntry, SavedTable, Table, TableQuery } from './contract.ts';
export { behindQuerySchema, tableQuerySchema } from './contract.ts';
export { openFiguresPages } from './pages/routes.tsx';
export { listBehind, type BehindPage } from './queries/behind.ts';
export { catalogueOf } from './queries/catalogue.ts';
export { freshnessOf } from './queries/freshness.ts';
export type { Jurisdiction } from './queries/jurisdiction.ts';
export { readTable } from './queries/table.ts';
export {
  beginReport,
  correctReport,
  listReports,
  openReport,
  paperOf,
  rebuildReports,
  reportIdOf,
  reportRoutes,
  stepReport,
  type ReportDeps,
} from './reports/index.ts';
export { recordRoutes } from './record-of-work/routes/index.ts';
export { listLeaders, readRecord } from './record-of-work/queries/record.ts';
export { statisticsReactions } from './reactions.ts';
export { rebuildFacts } from './rebuild.ts';
export { statisticsRoutes, type StatisticsRoutesOptions } from './routes/index.ts';
export { csvOf, linesOfTable, xlsxOf } from './table-file.ts';
