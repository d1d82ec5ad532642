export type { DraftStore, OfficeInfo, PortalDeps } from './deps.ts';
export { draftKeys, draftStore, sweepDrafts } from './draft-store.ts';
export { portalProblemPage } from './problem-page.tsx';
export { portalRoutes } from './routes.tsx';
