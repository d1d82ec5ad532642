import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../../kernel/case-clocks.ts';
import type { Command, CommandType } from '../command.ts';
import { calendar, dayLength, Life, staff, words } from '../life.test-data.ts';
import { isOpen } from '../petition.ts';
import { project } from '../projection.ts';
import { beginning, step, wander } from '../random-life.test-data.ts';
import { levelPartsOf } from '../raised.ts';
import {
  answerTo,
  assigned,
  handled,
  object,
  refer,
  referred,
  registered,
  running,
} from './steps.test-data.ts';

const reason = words('reason');
const propose: Command = { type: 'proposeRaise', to: 'city-office', reason };
const raise = (handler: string | null = null): Command => ({
  type: 'raisePetition',
  to: 'city-office',
  supervisor: null,
  handler,
  reason,
});
const lower = (handler: string | null = null): Command => ({
  type: 'lowerPetition',
  handler,
  reason,
});
const city = staff('city-office');
const office = staff('office');

/** Starts of clocks of the petition's own, which raising must leave alone. */
const starts = (life: Life): string[] =>
  life.state.clocks
    .filter(({ period }) => period !== 'raise-decision' && period !== 'assignment')
    .map(({ period, startedAt }) => `${period} ${startedAt}`);

describe('J-2 raising a matter', () => {
  test('J-2 proposed by the lower office, decided above within five working days', () => {
    const life = referred();
    life.do(propose, office);
    expect(running(life)).toContain('raise-decision city-office');
    expect(life.state.readers).toContain('city-office');
    expect(answerTo(life, propose, office)).toBe('raise-proposed');
    life.do({ type: 'refuseRaise', reason }, city);
    expect(running(life)).not.toContain('raise-decision city-office');
    expect(life.state.office).toBe('office');
  });

  test.each([
    ['not passed on yet', registered, 'city-office'],
    ['with a unit', referred, 'housing'],
    ['being handled', handled, 'housing'],
  ] as const)('J-2 %s: the upper office leads, clocks run on', (_, begin, holder) => {
    const life = begin();
    const before = starts(life);
    life.now += 2 * dayLength;
    life.do(raise(), city);
    expect(life.state).toMatchObject({ office: 'city-office', holder });
    expect(starts(life)).toEqual(before);
    expect(levelPartsOf(life.state)).toEqual([
      { unit: 'city-office', part: 'leads' },
      { unit: 'office', part: 'helps' },
    ]);
  });

  test('J-2 another handler goes on in the same days', () => {
    const life = handled();
    const before = starts(life);
    life.do(raise('city-housing'), city);
    expect(life.state).toMatchObject({ holder: 'city-housing', officer: null, status: 'handling' });
    expect(starts(life)).toEqual(before);
    expect(running(life)).toContain('handling city-housing');
    expect(project(life.state, calendar).byUnit.map(({ reader }) => reader)).toContain('housing');
  });

  test('J-2 an assignment keeps its day with the new handler', () => {
    const life = assigned();
    const [, link] = life.state.chain;
    life.do(raise('city-housing'), city);
    expect(running(life)).toContain('assignment city-housing');
    expect(life.state.chain.at(-1)).toMatchObject({
      from: 'city-office',
      mode: 'assign',
      dueDate: link?.dueDate,
    });
  });

  test.each([
    ['by another office', raise(), office, 'raise-not-above'],
    ['to a handler below nobody here', raise('court'), city, 'raise-handler-reach'],
    ['to the one that has it', raise('housing'), city, 'target-is-holder'],
  ] as const)('J-2 not %s', (_, command, actor, answer) => {
    expect(answerTo(handled(), command, actor)).toBe(answer);
  });

  test('J-2 an objection that is open is decided by the office that leads now', () => {
    const life = referred();
    life.do(object, staff('housing'));
    life.do(raise(), city);
    expect(running(life)).toContain('objection-decision city-office');
    life.do({ type: 'decideObjection', upheld: true, reasons: reason, paperId: 'o' }, city);
    expect(life.state).toMatchObject({ status: 'registered', holder: 'city-office' });
  });

  test('J-2 lowered again: back to the office below, which names who handles it there', () => {
    const life = handled();
    const before = starts(life);
    life.do(raise('city-housing'), city);
    expect(answerTo(life, lower(), city)).toBe('lower-handler');
    life.do(lower('transport'), city);
    expect(life.state).toMatchObject({ office: 'office', holder: 'transport', raisings: [] });
    expect(starts(life)).toEqual(before);
    expect(answerTo(life, lower(), office)).toBe('raise-none');
  });

  test('L-5 an accusation is not raised: it has its own way up', () => {
    const life = registered({ purpose: 'accusation', named: ['office-officer'] });
    expect(answerTo(life, propose, office)).toBe('accusation-only-handover');
    expect(answerTo(life, raise(), city)).toBe('accusation-only-handover');
  });

  test('J-2 the successor of an office stands in its place on every level', () => {
    const life = handled();
    life.do(raise(), city);
    const system = { kind: 'system', name: 'succession' } as const;
    life.do({ type: 'succeedHolder', from: 'office', to: 'transport' }, system);
    expect(life.state.raisings.map(({ from }) => from)).toEqual(['transport']);
  });
});

describe('J-3 deadlocks go up', () => {
  test('J-3 the second objection goes to the common superior at once, with its clock', () => {
    const life = referred();
    life.do(object, staff('housing'));
    life.do({ type: 'decideObjection', upheld: true, reasons: reason, paperId: 'o' }, office);
    life.do(refer('transport', 'next'), office);
    life.do(object, staff('transport'));
    expect(life.state).toMatchObject({ status: 'adjudication', holder: 'county-government' });
    expect(running(life)).toEqual(['adjudication county-government']);
  });

  /** Steps of a quarrel about who is competent, by whoever has it or by the office. */
  const quarrel = fc
    .tuple(
      step,
      fc.constantFrom('refer', 'object', 'decideObjection', 'decideCompetence', 'raisePetition'),
      fc.constantFrom(5, 20, 25, 40),
    )
    .map(([chosen, type, n]) => ({
      ...chosen,
      type: type as CommandType,
      n,
      actor: 'office',
      unit: n === 5 ? 'housing' : 'transport',
      wait: 0,
    }));

  test('J-3 nothing that anybody does lets it be objected to a third time, and somebody always has it', () => {
    let climbed = 0;
    fc.assert(
      fc.property(
        beginning,
        fc.array(fc.oneof({ weight: 1, arbitrary: step }, { weight: 9, arbitrary: quarrel }), {
          minLength: 1,
          maxLength: 50,
          size: 'max',
        }),
        (begin, steps) => {
          const life = new Life();
          life.register();
          begin(life);
          for (const chosen of steps) {
            const before = life.state;
            const { type } = wander(life, chosen);
            const after = life.state;
            expect(after.objections.length, type).toBeLessThanOrEqual(2);
            if (after.objections.length === 2 && before.objections.length === 1) {
              climbed += 1;
              expect(after.status, type).toBe('adjudication');
            }
            if (isOpen(after)) {
              expect(after.holder, type).not.toBe('');
              expect(after.clocks.some(isRunning), type).toBe(true);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(climbed).toBeGreaterThan(0);
  });
});
