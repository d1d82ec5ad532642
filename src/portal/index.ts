export type { DraftStore, OfficeInfo, PortalDeps } from './deps.ts';
export { draftStore, sweepDrafts } from './draft-store.ts';
export { portalRoutes } from './routes.tsx';
