export type { DisputeDeps } from './deps.ts';
export { disputeIdOf, recordDispute } from './new-dispute.ts';
export { promoteDispute, type Promoted } from './promote.ts';
export { changeDisputeSettings } from './settings.ts';
export { stepDispute } from './step.ts';
export { succeedDisputes } from './succeed.ts';
