export { assignRows, backlogIdOf, type AssignedRow, type ListNames } from './assign.ts';
export type { SponsorshipDeps } from './deps.ts';
export { stepBacklog } from './step.ts';
export { succeedBacklog } from './succeed.ts';
export * from './came-back.ts';
