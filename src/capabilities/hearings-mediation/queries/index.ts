export {
  countOfPetition,
  listOfPetition,
  listOfUnits,
  openAll,
  openProceeding,
  placesOfPaper,
} from './proceedings.ts';
export { readRoster, readShifts } from './roster.ts';
