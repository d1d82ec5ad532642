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
export { stepCommitment, stepCommitmentBySystem, type StepAnswer } from './run.ts';
