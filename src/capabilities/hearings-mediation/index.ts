/**
 * Hearings, mediation, re-evaluation, community deliberation and the roster that staffs them
 * (M-1 to M-5). This is the only door for other capabilities, besides `events.ts`.
 */

export * from './commands/index.ts';
export * from './queries/index.ts';
export type { BeginInput, NewMember } from './contract.ts';
export { proceedingJobs } from './jobs.ts';
export { proceedingPages } from './pages/routes.tsx';
export { proceedingReactions } from './reactions.ts';
export { rebuildProceedings } from './rebuild.ts';
export { proceedingRoutes } from './routes/index.ts';
export type { ProceedingView } from './view.ts';
