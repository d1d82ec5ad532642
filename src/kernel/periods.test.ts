import { describe, expect, it } from 'vitest';
import { builtInCalendar } from './calendar-years.ts';
import { countPeriod, dueOf } from './clocks.ts';
import { localDate, startOfDay } from './local-date.ts';
import { periodRows } from './periods.test-data.ts';
import { getPeriod, localRuleOf, PERIOD_IDS, ruleOf } from './periods.ts';

const calendar = builtInCalendar();
const tenInTheMorning = (date: string): number =>
  startOfDay(localDate(date)).getTime() + 10 * 3_600_000;

describe('P-9 every period of the rules', () => {
  it.each(periodRows)('P-9 $id from $from is due $due: $arithmetic', (row) => {
    const run = { startedAt: tenInTheMorning(row.from), pauses: [], extensions: [] };
    const rule = ruleOf(row.id, row.given);
    const due = {
      dueDate: row.due,
      dueAt:
        row.at === undefined
          ? startOfDay(localDate(row.due)).getTime() + 24 * 3_600_000
          : Date.parse(row.at),
      provisional: row.provisional ?? false,
    };
    expect(countPeriod(rule, run, calendar)).toMatchObject(due);
    expect(dueOf(rule, run, calendar)).toEqual(due);
  });

  it('P-9 no period is left out of the table', () => {
    expect(new Set(periodRows.map((row) => row.id))).toEqual(new Set(PERIOD_IDS));
  });

  it('P-9 only what was seen in the Regulation is a constant', () => {
    const constants = PERIOD_IDS.filter((id) => !getPeriod(id).configurable);
    for (const id of constants) {
      expect(getPeriod(id)).toMatchObject({
        certainty: 'seen',
        basis: { law: '信访工作条例', article: expect.stringMatching(/^\d+/) },
      });
    }
    expect(constants).toEqual([
      'triage',
      'direct-notice',
      'acceptance',
      'objection',
      'handling',
      'extension',
      'review-request',
      'review',
      're-examination-request',
      're-examination',
    ]);
  });

  it('P-9 an assigner never gives more than the handling period', () => {
    expect(ruleOf('assignment', 60).amount).toBe(60);
    expect(() => ruleOf('assignment', 61)).toThrow(RangeError);
    expect(() => ruleOf('assignment')).toThrow(RangeError);
    expect(() => ruleOf('triage', 10)).toThrow(RangeError);
  });
});

describe('P-9 local standards', () => {
  const basis = { law: '某局工作规程', lawEn: 'Working rule of a bureau', article: '3' };

  it.each([
    ['handling', 45, 'calendar-days', true],
    ['handling', 60, 'calendar-days', true],
    ['handling', 61, 'calendar-days', false],
    ['handling', 40, 'working-days', false],
    ['handling', 1440, 'hours', true],
    ['handling', 1441, 'hours', false],
    ['objection', 5, 'calendar-days', true],
    ['objection', 6, 'working-days', false],
    ['review-request', 29, 'calendar-days', false],
    ['review-request', 45, 'calendar-days', true],
    ['review-request', 30, 'working-days', true],
    ['review-request', 720, 'hours', false],
    // Not fixed by the Regulation: the office is free.
    ['contest', 20, 'calendar-days', true],
  ] as const)('P-9 %s in %i %s is allowed: %s', (id, amount, unit, allowed) => {
    const answer = localRuleOf(id, { amount, unit, basis });
    const value = { id, amount, unit, basis };
    expect(answer).toMatchObject(
      allowed ? { ok: true, value } : { ok: false, reason: 'less-strict' },
    );
  });

  it.each([0, -1, 1.5, Number.NaN, 3651])('P-9 %d is no period', (amount) => {
    const answer = localRuleOf('contest', { amount, unit: 'calendar-days', basis });
    expect(answer).toEqual({ ok: false, reason: 'not-a-period' });
  });
});
