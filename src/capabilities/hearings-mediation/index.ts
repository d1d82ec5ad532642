/**
 * Hearings, mediation, re-evaluation, community deliberation and the roster that staffs them
 * (M-1 to M-5). This is the only door for other capabilities, besides `events.ts`.
 */

import { registerFacts } from '../../kernel/facts.ts';
import { proceedingFacts } from './facts.ts';
import { upcast } from './upcast.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export type { BeginInput, NewMember } from './contract.ts';
export { proceedingJobs } from './jobs.ts';
export { proceedingPages } from './pages/routes.tsx';
export { proceedingReactions } from './reactions.ts';
export { rebuildProceedings } from './rebuild.ts';
export { proceedingRoutes } from './routes/index.ts';
export type { ProceedingView } from './view.ts';
export { proceedingMeasures } from './measures.ts';

/** The facts of hearings and mediations as statistics hold them (T-1). */
export const proceedingFactSource = registerFacts(proceedingFacts, upcast);
