import { changeClocks, type ClockChange, type ClockState } from '../../../kernel/case-clocks.ts';
import { startOfDay } from '../../../kernel/local-date.ts';
import { clockAbout, openLetter, type Ladder } from './case.ts';
import type { RecordedLettersEvent } from './events.ts';

/** The answer of one letter; its days are those of its step. */
function answerStarts(after: Ladder, paperId: string, since: number): ClockChange {
  const letter = after.letters.find((each) => each.paperId === paperId);
  const step = after.steps[letter?.step ?? 0];
  return {
    do: 'start',
    period: 'letter-answer',
    about: clockAbout(after, paperId),
    holder: letter?.addressee ?? after.unit,
    since,
    ...(step === undefined ? {} : { ownDays: step.days, ownSource: step.source }),
  };
}

/**
 * Which periods an event starts and stops. The clock of an answer starts with the service of its
 * letter and runs on, overdue, until somebody answers or the next letter has reached its addressee.
 */
function changesOf(event: RecordedLettersEvent, before: Ladder, after: Ladder): ClockChange[] {
  const draft: ClockChange = { do: 'stop', period: 'letter-draft' };
  const answer: ClockChange = { do: 'stop', period: 'letter-answer' };
  switch (event.type) {
    case 'LetterDrafted': {
      const runs = before.clocks.some((c) => c.period === 'letter-draft' && c.stoppedAt === null);
      return runs ? [] : [{ do: 'start', period: 'letter-draft', holder: after.office }];
    }
    case 'LetterServed': {
      const { paperId, servedOn } = event.data;
      return [draft, answer, answerStarts(after, paperId, startOfDay(servedOn).getTime())];
    }
    case 'LetterAnswered': {
      const { receivedOn } = event.data;
      const until = receivedOn === null ? {} : { until: startOfDay(receivedOn).getTime() };
      return [draft, { ...answer, ...until }];
    }
    case 'AnswerReturned':
      return [answerStarts(after, event.data.paperId, event.at)];
    case 'LettersWithdrawn':
      return [draft, answer];
    case 'LettersSucceeded':
      return (['letter-draft', 'letter-answer'] as const).map((period) => ({
        do: 'hand',
        period,
        holder: event.data.to,
        from: event.data.from,
      }));
    default:
      return [];
  }
}

/** Carries the clocks of a ladder over one event. */
export const advanceLetterClocks = (
  event: RecordedLettersEvent,
  before: Ladder,
  after: Ladder,
): readonly ClockState[] =>
  changesOf(event, before, after).reduce<readonly ClockState[]>(
    (clocks, change) => changeClocks(clocks, change, event.at),
    before.clocks,
  );

/** The newest clock of the answer to a letter, running or not. */
export const answerClock = (ladder: Ladder, paperId: string): ClockState | undefined => {
  const key = `letter-answer:${clockAbout(ladder, paperId)}`;
  return ladder.clocks.findLast((clock) => clock.key.split('#')[0] === key);
};

/** The clock that decides whether the ladder rises: of the letter that waits. */
export const waitingClock = (ladder: Ladder): ClockState | undefined => {
  const letter = openLetter(ladder);
  return letter?.state === 'awaiting' ? answerClock(ladder, letter.paperId) : undefined;
};
