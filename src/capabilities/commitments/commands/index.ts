export { carryCommitments, carryPetition } from './carry.ts';
export type { CommitmentDeps } from './deps.ts';
export {
  commitmentIdOf,
  makeCommitment,
  makeCommitmentIn,
  promise,
  type MadeCommitment,
  type MakeOptions,
  type NewCommitment,
} from './make.ts';
export { watchDates } from './watch-dates.ts';
export { succeedCommitments } from './succeed.ts';
export { stepCommitment, stepCommitmentBySystem, type StepAnswer } from './run.ts';
