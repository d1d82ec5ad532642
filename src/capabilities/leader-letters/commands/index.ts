export type { LetterDeps } from './deps.ts';
export { layLetter, letterIdOf } from './lay.ts';
export { arrivals, layBeforeHeads } from './lay-before-heads.ts';
export { succeedLetters } from './succeed.ts';
export { stepLetter } from './step.ts';
