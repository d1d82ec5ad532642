export { followCommitments, followedTypes } from './follow.ts';
export {
  moveHouseholds,
  replaceHouseholdCode,
  takeHouseholdRows,
  type TakenRow,
} from './households.ts';
export { makePublicPromise, promiseIdOf, type MakePromiseOptions } from './make.ts';
export { makeSlips, type SlipSheet } from './slips.ts';
export type { PromiseAnswer } from './run.ts';
