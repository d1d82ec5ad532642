/** Home visits (S-3): this room's exports; the door for others is that of the capability. */
import { registerFacts } from '../../../kernel/facts.ts';
import { visitFacts } from './facts.ts';
import { upcast } from './upcast.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export { visitMeasures } from './measures.ts';
export { visitJobs, succeedVisitsKind } from './jobs.ts';
export { visitPages, visitsBeside } from './pages/routes.tsx';
export { visitReactions } from './reactions.ts';
export type { VisitStep, VisitStepInput, VisitPlanInput } from './contract.ts';
export type { OwnVisit, TakenVisit, VisitLine, VisitView } from './view.ts';

/** What home visits give to statistics (T-1). */
export const visitFactSource = registerFacts(visitFacts, upcast);
