export {
  countPromises,
  listOfPetition,
  listOfPetitioner,
  listOfPublic,
  listOfSource,
  listOfStaff,
} from './lists.ts';
export { openCommitment, openEvidence, type OpenedEvidence } from './one.ts';
export { readStand, type CommitmentStand } from './stand.ts';
