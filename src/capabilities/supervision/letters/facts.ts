import { countClock } from '../../../kernel/case-clocks.ts';
import type { FactContext, FactSource, StatedFact } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import type { Ladder } from './case.ts';
import { answerClock } from './clocks.ts';
import type { RecordedLettersEvent } from './events.ts';
import { evolveLetters } from './evolve.ts';

function factsOf(ladder: Ladder, context: FactContext): readonly StatedFact[] {
  const calendar = context.calendar(ladder.calendarVersion);
  return ladder.letters.flatMap((letter, place): StatedFact[] => {
    const kind = ladder.steps[letter.step]?.kind ?? 'reminder';
    const key = String(place);
    const risen: StatedFact[] =
      letter.cause === 'unanswered'
        ? [{ kind: 'letter-risen', key, day: localDateOf(letter.draftedAt), detail: kind }]
        : [];
    const clock = answerClock(ladder, letter.paperId);
    if (letter.servedOn === null || clock === undefined) return risen;
    const { dueDate, dueAt, stoppedAt } = countClock(clock, calendar);
    const inTime = letter.answers.length > 0 && stoppedAt !== null && stoppedAt < dueAt;
    return [
      ...risen,
      { kind: 'letter-sent', key, day: letter.servedOn, detail: kind },
      // A letter that was withdrawn owes nobody an answer.
      ...(letter.state === 'dropped'
        ? []
        : [{ kind: 'letter-due', key, day: dueDate, detail: kind, value: inTime ? 1 : 0 }]),
    ];
  });
}

/** What the three letters give to statistics (T-1, U-4): by the unit that is supervised. */
export const lettersFacts: FactSource<Ladder, RecordedLettersEvent> = {
  id: 'supervision-letters',
  version: 1,
  streams: ['three-letters'],
  kinds: {
    'letter-sent': { zh: '送达的督办函件', en: 'letter of supervision served' },
    'letter-due': {
      zh: '到期的督办函件（数值 1 为按期回复）',
      en: 'letter of supervision that came due (value 1: answered in time)',
    },
    'letter-risen': {
      zh: '逾期未回复自动升级',
      en: 'rise because nobody answered',
    },
  },
  evolve: evolveLetters,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit }) => ({ unit }),
  facts: factsOf,
};
