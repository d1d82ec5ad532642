import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock, isRunning, type CountedClock } from '../../../kernel/case-clocks.ts';
import { waitOf } from '../../../kernel/paper-flow.ts';
import {
  answerableLetter,
  findLetterPaper,
  isEnded,
  isSystemsDraft,
  openLetter,
  type Ladder,
} from './case.ts';
import { answerClock } from './clocks.ts';
import { readersOf } from './policy.ts';

export type LettersTask =
  | 'letter-draft'
  | 'letter-answer'
  | 'letter-judge'
  | 'paper-approval'
  | 'paper-seal'
  | 'paper-serve';

/** What the office has to do now. */
function officeTask(ladder: Ladder): LettersTask | null {
  const letter = openLetter(ladder);
  if (letter?.state === 'answered') return 'letter-judge';
  if (letter?.state !== 'drafting') return null;
  const paper = findLetterPaper(ladder, letter.paperId);
  if (paper === undefined || paper.stage === 'void' || isSystemsDraft(paper)) return 'letter-draft';
  const wait = waitOf(paper, new Set());
  if (wait === 'approval') return 'paper-approval';
  return wait === 'seal' ? 'paper-seal' : 'paper-serve';
}

/** All that lists and desks show of a ladder, worked out from its state alone. */
export function projectLetters(ladder: Ladder, calendar: Calendar) {
  const clocks = ladder.clocks.map((clock) => countClock(clock, calendar));
  const drafting: CountedClock | null =
    clocks.find((clock) => clock.period === 'letter-draft' && isRunning(clock)) ?? null;
  const task = officeTask(ladder);
  const letter = isEnded(ladder) ? undefined : answerableLetter(ladder);
  const answering = letter === undefined ? undefined : answerClock(ladder, letter.paperId);
  const { office, unit, status, item, openedAt } = ladder;
  return {
    row: {
      state: status,
      open: !isEnded(ladder),
      subject: item,
      holder: unit,
      readers: readersOf(ladder),
      openedAt,
    },
    items: [
      ...(task === null ? [] : [{ unit: office, tasks: [task], officer: null, clock: drafting }]),
      ...(letter === undefined
        ? []
        : [
            {
              unit: letter.addressee,
              tasks: ['letter-answer' as const],
              officer: null,
              clock: answering === undefined ? null : countClock(answering, calendar),
            },
          ]),
    ],
  };
}
