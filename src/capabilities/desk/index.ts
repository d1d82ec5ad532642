/**
 * The desk: lists of petitions by unit and person, saved searches, exports. It reads what the
 * petitions' projection wrote; this is its only door.
 */
export type { DeskQuery, DeskSummary, ListQuery, SavedSearch } from './contract.ts';
export { lineOf, linesOf, unitsOf, type LineDeps } from './lines.ts';
export { deskSummary, findDesk, findPetitions, type DeskDeps } from './queries.ts';
export { deskRoutes, type DeskRoutesOptions } from './routes.ts';
export { savedSearchKeys } from './saved-search-store.ts';
export { listSavedSearches, removeSavedSearch, saveSearch } from './saved-searches.ts';
export { findRows } from './store.ts';
export type { ListRow } from './row.ts';
export { tasksOf } from './tasks.ts';
export * from './exports/index.ts';
