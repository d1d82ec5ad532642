export { letterKind } from './kind.ts';
export { listLetters, listOfPetition as listLettersOfPetition, openLetter } from './letters.ts';
