export { lettersKind } from './kind.ts';
export { findLettersOfPetition, listLetters, readLettersSettings } from './lists.ts';
export { openLetterFile, openLetterPaper, openLetters } from './view.ts';
