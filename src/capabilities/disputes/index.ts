/**
 * Disputes before petitions (D-1), early warning (D-2), risk assessment and legality review of
 * decisions (D-3). This is the only door for other capabilities, besides `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { assessmentFacts } from './decisions/facts.ts';
import { upcast as upcastAssessment } from './decisions/upcast.ts';
import { disputeFacts } from './facts.ts';
import { warningFacts } from './matches/facts.ts';
import { asWarningEvent } from './matches/queries/kind.ts';
import { upcast } from './upcast.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export * from './decisions/commands/index.ts';
export * from './decisions/queries/index.ts';
export { judgeMatch } from './matches/commands/judge.ts';
export { suggestMatches } from './matches/commands/suggest.ts';
export { besidePetition } from './matches/queries/beside.ts';
export type { DisputeStep, DisputeStepInput, NewDisputeInput, PromoteInput } from './contract.ts';
export type {
  AssessmentStep,
  AssessmentStepInput,
  NewDecisionInput,
} from './decisions/contract.ts';
export { assessmentMeasures } from './decisions/measures.ts';
export { rebuildAssessments } from './decisions/rebuild.ts';
export { disputeJobs } from './jobs.ts';
export { disputeMeasures } from './measures.ts';
export { disputeOriginBeside } from './pages/origin.tsx';
export { disputeReactions } from './reactions.ts';
export { rebuildDisputes } from './rebuild.ts';
export { disputeRoutes } from './routes/index.ts';

/** What disputes, matches and assessments give to statistics (T-1). */
export const disputeFactSource = registerFacts(disputeFacts, upcast);
export const warningFactSource = registerFacts(warningFacts, asWarningEvent);
export const assessmentFactSource = registerFacts(assessmentFacts, upcastAssessment);
