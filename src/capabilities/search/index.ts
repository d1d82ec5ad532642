/** Finding petitions by words, numbers and people, within what the reader may read. */
export type { SearchQuery, SimilarInput } from './contract.ts';
export { findSimilar, searchPetitions, type SearchDeps } from './queries.ts';
export { searchRoutes, type SearchRoutesOptions } from './routes.ts';
