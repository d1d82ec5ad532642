/**
 * Joint meetings and case conferences (J-1), and what comes before them by itself (J-3). This is the
 * only door for other capabilities, besides `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { meetingFacts } from './facts.ts';
import { upcast } from './upcast.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export type { MeetingStep, MeetingStepInput, PlanInput } from './contract.ts';
export { meetingJobs } from './jobs.ts';
export { meetingMeasures as jointMeetingMeasures } from './measures.ts';
export { meetingReactions } from './reactions.ts';
export { rebuildMeetings } from './rebuild.ts';
export { meetingRoutes } from './routes/index.ts';

/** The facts of joint meetings as statistics hold them (T-1). */
export const jointMeetingFactSource = registerFacts(meetingFacts, upcast);
