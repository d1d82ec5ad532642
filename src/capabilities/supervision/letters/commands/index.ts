export { beginLetters } from './begin.ts';
export { lettersCasePapers, lettersPaperHost } from './case-papers.ts';
export type { SupervisionDeps } from './deps.ts';
export { escalateLetters } from './escalate.ts';
export { recountLetters, succeedLetters } from './follow.ts';
export { changeLettersSettings } from './settings.ts';
export { stepLetters } from './step.ts';
