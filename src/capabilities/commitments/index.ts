/**
 * Commitments (C-1): one list of everything that somebody promised with a date. This is the only door
 * for other capabilities, besides `events.ts`. To promise something inside your own transaction use
 * `makeCommitmentIn`, by reaction `makeCommitment`; what becomes of it is told by its events.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { commitmentFacts } from './facts.ts';
import { upcast } from './upcast.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export type {
  NewCommitmentInput,
  StepInput as CommitmentStepInput,
  StepType as CommitmentStep,
} from './contract.ts';
export { commitmentLifecycle } from './lifecycle.ts';
export { commitmentStatuses, type Commitment, type CommitmentSource } from './commitment.ts';
export { commitmentJobs } from './jobs.ts';
export { commitmentMeasures } from './measures.ts';
export { commitmentPages, promisesBeside } from './pages/routes.tsx';
export { commitmentReactions } from './reactions.ts';
export { rebuildCommitments } from './rebuild.ts';
export { listDue as findDuePromises } from './store.ts';
export type { CommitmentRow } from './projection.ts';
export { commitmentRoutes } from './routes/index.ts';
export type { CommitmentLine, CommitmentView, OwnCommitment, PublicCommitment } from './view.ts';

/** What promises give to statistics (T-1). */
export const commitmentFactSource = registerFacts(commitmentFacts, upcast);
