import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { calendar, dayLength, Life, staff } from '../life.test-data.ts';
import { project } from '../projection.ts';
import { simpleGrounds, type SimpleGround } from '../short-paths.ts';
import {
  accept,
  answerTo,
  answered,
  assign,
  extend,
  handled,
  opinion,
  refer,
  registered,
  running,
  text,
} from './steps.test-data.ts';

const start = (
  ground: SimpleGround = 'first-clear',
  more: { onPaper?: boolean; noLegalRoute?: boolean } = {},
): Command => ({ type: 'startSimple', ground, onPaper: false, noLegalRoute: true, ...more });
const ordinary: Command = { type: 'switchToOrdinary', reason: text, paperId: 'written' };
const brief: Command = { type: 'answerBriefly', answer: text, onPaper: false, paperId: 'brief' };
const office = staff('office');
const housing = staff('housing');

/** Referred in the simple procedure. */
function simple(more: { onPaper?: boolean } = {}): Life {
  const life = registered();
  life.do(start('first-clear', more), office);
  life.do(refer('housing'), office);
  return life;
}

describe('P-7 which matters go the simple way, and the reason', () => {
  test.each([
    ['appeal', 'ordinary', ['first-clear', 'earlier-promise']],
    ['appeal', 'urgent', ['first-clear', 'daily-life', 'earlier-promise']],
    ['suggestion', 'ordinary', ['suggestion']],
    ['enquiry', 'ordinary', ['enquiry']],
    ['thanks', 'ordinary', ['thanks']],
    ['other', 'ordinary', ['first-clear', 'earlier-promise']],
  ] as const)('%s, %s: %j', (purpose, urgency, fitting) => {
    const done = simpleGrounds.filter(
      (ground) => answerTo(registered({ purpose, urgency }), start(ground), office) === 'done',
    );
    expect(done).toEqual(fitting);
  });

  test.each([
    ['a group of five', { personCount: 5 }, 'simple-complex'],
    ['a major matter', { urgency: 'major' }, 'simple-complex'],
    ['from a superior', { channel: 'superior' }, 'simple-assigned'],
    ['not classified', { purpose: null }, 'not-classified'],
    ['an accusation', { purpose: 'accusation', named: ['u'] }, 'accusation-only-handover'],
    ['part of a divided letter', { splitFrom: 'other' }, 'simple-ground'],
  ] as const)('not %s', (_, more, code) => {
    expect(answerTo(registered(more), start(), office)).toBe(code);
  });

  test('not what is assigned, not art. 31(1)-(5), not twice', () => {
    const assigned = registered();
    assigned.do(assign(assigned, 'housing'), office);
    expect(answerTo(assigned, start(), housing)).toBe('simple-assigned');
    expect(answerTo(registered(), start('first-clear', { noLegalRoute: false }), office)).toBe(
      'simple-legal-route',
    );
    expect(answerTo(simple(), start(), housing)).toBe('simple-running');
  });

  test('not when its own first period is over already', () => {
    const life = registered();
    life.now += 3 * dayLength;
    expect(answerTo(life, start(), office)).toBe('simple-late');
  });

  test('what only the ordinary procedure has waits for the switch', () => {
    const life = simple();
    expect(answerTo(life, { type: 'object', reasons: text }, housing)).toBe('simple-running');
    life.do(accept, housing);
    expect(answerTo(life, extend(10), housing)).toBe('simple-running');
    life.do(ordinary, housing);
    expect(answerTo(life, extend(10), housing)).toBe('done');
  });
});

describe('P-7 its clocks', () => {
  test('one working day to pass on, three to accept, ten to answer; the ordinary ones beside', () => {
    const life = registered();
    life.do(start(), office);
    expect(running(life)).toEqual(['triage office', 'simple-forward office']);
    life.do(refer('housing'), office);
    expect(running(life)).toEqual([
      'simple-acceptance housing',
      'acceptance housing',
      'objection housing',
    ]);
    life.do(accept, housing);
    expect(running(life)).toEqual(['handling housing', 'simple-opinion housing']);
    const due = Object.fromEntries(
      project(life.state, calendar).clocks.map(({ period, dueDate }) => [period, dueDate]),
    );
    // Registered, referred and accepted on Monday 2 November 2026.
    expect(due).toMatchObject({
      'simple-forward': '2026-11-03',
      'simple-acceptance': '2026-11-05',
      'simple-opinion': '2026-11-16',
    });
  });

  test('no paper unless asked for', () => {
    const silent = simple();
    silent.do(accept, housing);
    expect(silent.state.papers.map(({ kind }) => kind)).toEqual(['referral']);
    const asked = simple({ onPaper: true });
    asked.do(accept, housing);
    expect(asked.state.papers.map(({ kind }) => kind)).toEqual(['referral', 'acceptance-notice']);
    expect(running(asked)).toContain('acceptance housing');
  });

  test('what is supported is answered at once; asked for paper, by the opinion', () => {
    const silent = simple();
    silent.do(accept, housing);
    silent.do(brief, housing);
    expect(silent.state).toMatchObject({
      status: 'concluded',
      conclusion: { form: 'answered', reason: 'solved-simply' },
    });
    expect(silent.state.demands.map(({ outcome }) => outcome)).toEqual(['supported', 'supported']);
    const asked = simple({ onPaper: true });
    asked.do(accept, housing);
    expect(answerTo(asked, brief, housing)).toBe('brief-answer-only');
    asked.do(opinion(asked), housing);
    asked.issue('opinion', 'housing');
    expect(running(asked)).not.toContain('simple-opinion housing');
  });
});

describe('P-7 the switch to ordinary', () => {
  test('simple clocks end, ordinary ones run from where they began', () => {
    const life = simple();
    const before = life.state.clocks.find(({ period }) => period === 'acceptance');
    life.now += 2 * dayLength;
    life.do(accept, housing);
    life.now += 4 * dayLength;
    life.do(ordinary, housing);
    expect(running(life)).toEqual(['acceptance housing', 'handling housing']);
    expect(life.state.clocks.findLast(({ period }) => period === 'acceptance')?.startedAt).toBe(
      before?.startedAt,
    );
    expect(life.state.papers.at(-1)).toMatchObject({ id: 'written', kind: 'acceptance-notice' });
    life.issue('written', 'housing');
    expect(running(life)).toEqual(['handling housing']);
  });

  test('P-9 no ordinary clock ever ends later for having gone the simple way', () => {
    fc.assert(
      fc.property(
        fc.record({ toRefer: fc.nat(1), toAccept: fc.nat(2), toSwitch: fc.nat(9) }),
        fc.boolean(),
        ({ toRefer, toAccept, toSwitch }, onPaper) => {
          const live = (simply: boolean): Life => {
            const life = registered();
            if (simply) life.do(start('first-clear', { onPaper }), office);
            life.now += toRefer * dayLength;
            life.do(refer('housing'), office);
            life.now += toAccept * dayLength;
            life.do(accept, housing);
            life.now += toSwitch * dayLength;
            if (simply) life.do(ordinary, housing);
            return life;
          };
          const dueOf = (life: Life) =>
            project(life.state, calendar)
              .clocks.filter(({ stoppedAt }) => stoppedAt === null)
              .map(({ period, dueDate }) => `${period} ${dueDate}`);
          expect(dueOf(live(true))).toEqual(dueOf(live(false)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('without the simple procedure there is nothing to switch', () => {
    expect(answerTo(registered(), ordinary, office)).toBe('simple-none');
    expect(answerTo(answered(handled()), ordinary, housing)).toBe('petition-concluded');
  });
});
