import type { Ladder, LettersStatus } from './case.ts';
import type { LettersCommandType } from './command.ts';

const before: readonly LettersStatus[] = ['drafting'];
const all: readonly LettersStatus[] = ['drafting', 'awaiting', 'answered', 'settled', 'withdrawn'];
const running: readonly LettersStatus[] = ['drafting', 'awaiting', 'answered'];

/** In which status each command may come. */
export const lettersLifecycle: Readonly<Record<LettersCommandType, readonly LettersStatus[]>> = {
  beginLetters: [],
  draftLetter: before,
  raiseLetter: ['awaiting', 'answered'],
  escalateLetter: ['awaiting'],
  // Until the next letter has left the office, a late answer is still taken.
  answerLetter: ['drafting', 'awaiting'],
  recordAnswer: ['drafting', 'awaiting'],
  acceptAnswer: ['answered'],
  returnAnswer: ['answered'],
  withdrawLetters: running,
  checkPaper: before,
  signPaper: before,
  sealPaper: before,
  issuePaper: before,
  returnPaper: before,
  servePaper: before,
  recordRendering: all,
  recountClocks: running,
  succeedUnit: running,
};

/** Whether the table lets a command come before the rules in this status. */
export const isThinkable = (
  command: LettersCommandType,
  { status }: Pick<Ladder, 'status'>,
): boolean => lettersLifecycle[command].includes(status);
