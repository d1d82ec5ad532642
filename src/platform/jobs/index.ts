export {
  defineJob,
  type JobContext,
  type JobDefinition,
  type JobKind,
  type JobRetry,
} from './definition.ts';
export type { DeadLetter } from './dead-letters.ts';
export { installJobs } from './install.ts';
export { createJobs, type Jobs, type JobsOptions } from './jobs.ts';
export { createLoop, type Loop } from './loop.ts';
