import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countClock } from '../../../kernel/case-clocks.ts';
import { calendar } from './county.test-data.ts';
import { day, Letters, monday, words } from './letters.test-data.ts';
import { waitingClock } from './clocks.ts';
import { projectLetters } from './projection.ts';

/** What may happen next, whoever wants it and whether or not it fits. */
const moves = {
  send: (l: Letters) => l.send(),
  escalate: (l: Letters) => l.escalate(),
  answer: (l: Letters) => l.answer(),
  recordLate: (l: Letters) => l.record(2),
  accept: (l: Letters) => l.accept(),
  return: (l: Letters) => l.return(),
  redraft: (l: Letters) => l.redraft(),
  raiseOne: (l: Letters) => l.raise((l.state.letters.at(-1)?.step ?? 0) + 1),
  raiseTwo: (l: Letters) => l.raise((l.state.letters.at(-1)?.step ?? 0) + 2),
  raiseWithoutReason: (l: Letters) => l.raise((l.state.letters.at(-1)?.step ?? 0) + 1, words(2)),
  withdraw: (l: Letters) => l.withdraw(),
} as const;
type Move = keyof typeof moves;

const story = fc.array(
  fc.record({
    move: fc.constantFrom(...(Object.keys(moves) as Move[])),
    days: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 25 },
);

/** Plays a story and looks at the ladder after each move. */
function play(moved: readonly { readonly move: Move; readonly days: number }[]): Letters {
  const letters = new Letters();
  expect(letters.begin()).toBe('done');
  for (const { move, days } of moved) {
    letters.now += days * day;
    const before = letters.state;
    const clock = waitingClock(before);
    const over = clock !== undefined && letters.now >= countClock(clock, calendar).dueAt;
    const done = moves[move](letters);
    if (move === 'escalate') {
      const due = before.status === 'awaiting' && over && (before.letters.at(-1)?.step ?? 0) < 2;
      // A late answer may have made an earlier letter the open one.
      const open = before.letters.findLast(({ state }) => state === 'awaiting');
      const rises = due || (before.status === 'awaiting' && over && (open?.step ?? 2) < 2);
      expect(done === 'done').toBe(rises);
      expect(letters.escalate()).not.toBe('done');
    }
  }
  return letters;
}

describe('U-4 the ladder', () => {
  test('U-4 never has two letters open, and its status is that of the open one', () => {
    fc.assert(
      fc.property(story, (moved) => {
        const { state } = play(moved);
        const open = state.letters.filter((letter) =>
          ['drafting', 'awaiting', 'answered'].includes(letter.state),
        );
        const ended = state.status === 'settled' || state.status === 'withdrawn';
        expect(open.map((letter) => letter.state)).toEqual(ended ? [] : [state.status]);
        expect(state.papers.filter(({ stage }) => stage === 'drafted').length).toBeLessThan(2);
      }),
      { numRuns: 300 },
    );
  });

  test('U-4 no step is left out without a reason, and by itself it rises one step', () => {
    fc.assert(
      fc.property(story, (moved) => {
        const { letters } = play(moved).state;
        letters.forEach((letter, at) => {
          // A letter that was sent stood on its step, also where the ladder was withdrawn later.
          const before = letters
            .slice(0, at)
            .findLast(({ state, servedOn }) => state !== 'dropped' || servedOn !== null);
          if (letter.cause === 'unanswered') {
            expect(letter.reason).toBeNull();
            expect(letter.step).toBe((before?.step ?? -1) + 1);
          }
          const skipped = letter.step - (before?.step ?? -1) > 1;
          if (skipped) expect(letter.reason).not.toBeNull();
        });
      }),
      { numRuns: 300 },
    );
  });

  test('U-4 rises exactly when nobody answered and the last day is over, never twice', () => {
    // The assertion stands in `play`, at each escalation of each story.
    fc.assert(
      fc.property(story, (moved) => {
        const lapsed = play(moved).events.filter(({ type }) => type === 'LetterLapsed');
        const served = play(moved).events.filter(
          ({ type }) => type === 'LetterServed' || type === 'AnswerReturned',
        );
        expect(lapsed.length).toBeLessThanOrEqual(served.length);
      }),
      { numRuns: 150 },
    );
  });

  test('U-4 an open ladder always waits for somebody', () => {
    fc.assert(
      fc.property(story, (moved) => {
        const { state } = play(moved);
        const { items, row } = projectLetters(state, calendar);
        expect(items.length > 0).toBe(row.open);
      }),
      { numRuns: 150 },
    );
  });
});

describe('U-4 step by step', () => {
  const sent = (): Letters => {
    const letters = new Letters();
    letters.begin();
    letters.send();
    return letters;
  };

  test('U-4 seven working days from service; on the last day nothing rises, after midnight it does', () => {
    const letters = sent();
    // Monday 2 November, then seven working days: Wednesday 11 November.
    letters.now = Date.parse('2026-11-11T23:59:59+08:00');
    expect(letters.escalate()).toBe('letters-not-due');
    letters.now = Date.parse('2026-11-12T00:00:00+08:00');
    expect(letters.escalate()).toBe('done');
    expect(letters.state.letters.map(({ step, state, cause }) => [step, state, cause])).toEqual([
      [0, 'unanswered', 'begun'],
      [1, 'drafting', 'unanswered'],
    ]);
    const { items } = projectLetters(letters.state, calendar);
    expect(items.map(({ unit, tasks }) => [unit, ...tasks])).toEqual([
      ['office', 'letter-draft'],
      ['housing', 'letter-answer'],
    ]);
    expect(items[0]?.clock?.dueDate).toBe('2026-11-17');
  });

  test('U-4 the system’s draft is approved by nobody before a supervisor takes it over', () => {
    const letters = sent();
    letters.now += 12 * day;
    letters.escalate();
    expect(letters.send()).toBe('letters-draft-open');
    expect(letters.redraft()).toBe('done');
    expect(letters.send()).toBe('done');
    expect(letters.state.letters).toHaveLength(2);
  });

  test('U-4 a late answer is taken until the next letter has left, and its draft is dropped', () => {
    const letters = sent();
    letters.now += 12 * day;
    letters.escalate();
    expect(letters.answer()).toBe('done');
    expect(letters.state.letters.map(({ state }) => state)).toEqual(['answered', 'dropped']);
    expect(letters.return()).toBe('done');
    expect(letters.state.status).toBe('awaiting');
    letters.now += 12 * day;
    expect(letters.escalate()).toBe('done');
    letters.redraft();
    letters.send();
    expect(letters.state.letters.map(({ step, state }) => [step, state])).toEqual([
      [0, 'unanswered'],
      [1, 'dropped'],
      [1, 'awaiting'],
    ]);
  });

  test('U-4 an answer that came in time counts in time though it was written down later', () => {
    const letters = sent();
    letters.now = Date.parse('2026-11-13T10:00:00+08:00');
    letters.escalate();
    expect(letters.record(2)).toBe('done');
    const [clock] = letters.state.clocks.filter(({ period }) => period === 'letter-answer');
    expect(clock?.stoppedAt).toBe(Date.parse('2026-11-11T00:00:00+08:00'));
    expect(letters.record(-1)).toBe('letters-not-in-status');
  });

  test('U-4 nothing rises while an answer lies there or was accepted', () => {
    const letters = sent();
    letters.answer();
    letters.now += 30 * day;
    expect(letters.escalate()).toBe('letters-not-in-status');
    letters.accept();
    expect(letters.escalate()).toBe('letters-not-in-status');
  });

  test('U-4 skipping the first letter needs a reason; the last goes to another body with a copy', () => {
    const letters = new Letters();
    expect(letters.begin({ step: 1 })).toBe('explanation-required');
    expect(letters.begin({ step: 2, reason: words(), addressee: 'housing' })).toBe(
      'letters-addressee',
    );
    expect(letters.begin({ step: 2, reason: words(), addressee: null })).toBe('letters-addressee');
    expect(letters.begin({ step: 3, reason: words() })).toBe('letters-step');
    expect(letters.begin({ step: 2, reason: words() })).toBe('done');
    expect(letters.state.letters[0]).toMatchObject({
      addressee: 'discipline',
      copies: ['housing'],
    });
  });

  test('L-5 never about an accusation, never to a unit without a part, never to the own office', () => {
    const letters = new Letters();
    letters.petition = { accusation: true, readers: ['office', 'housing'] };
    expect(letters.begin()).toBe('letters-accusation');
    letters.petition = { accusation: false, readers: ['office', 'housing'] };
    expect(letters.begin({ unit: 'transport' })).toBe('letters-unit-stranger');
    expect(letters.begin({ copies: ['transport'] })).toBe('letters-unit-stranger');
    expect(letters.begin({ unit: 'office' })).toBe('letters-own-office');
    expect(letters.begin({ unit: 'nobody' })).toBe('unit-unknown');
    letters.begin();
    letters.send();
    letters.petition = { accusation: true, readers: ['office', 'housing'] };
    letters.now += 30 * day;
    expect(letters.escalate()).toBe('letters-accusation');
  });

  test('P-4a who drafted a letter approves nothing of it', () => {
    const letters = new Letters();
    letters.begin();
    const { paperId } = letters;
    const supervisorWhoIsHead = {
      kind: 'staff',
      userId: 'supervisor',
      unitId: 'office',
      roles: ['office-head'],
      readingUnits: ['office'],
    } as const;
    expect(letters.try({ type: 'checkPaper', paperId }, supervisorWhoIsHead)).toBe('same-person');
  });

  test('U-4 clocks are those of the step’s own days and name their source', () => {
    const letters = new Letters();
    letters.begin({
      steps: [{ kind: 'reminder', name: '催办函', days: 3, source: '县督查办法第八条' }],
    });
    letters.send();
    const clock = waitingClock(letters.state);
    expect(clock).toMatchObject({ ownDays: 3, ownSource: '县督查办法第八条' });
    expect(countClock(clock ?? never(), calendar).dueDate).toBe('2026-11-05');
    expect(letters.now).toBe(monday);
    letters.now += 9 * day;
    expect(letters.escalate()).toBe('letters-top');
  });
});

const never = (): never => {
  throw new Error('no clock');
};
