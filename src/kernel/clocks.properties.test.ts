import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from './calendar-years.ts';
import { type Calendar, isWorkingDay, type YearCalendar } from './calendar.ts';
import {
  type ClockRun,
  countPeriod,
  dueOf,
  type Pause,
  type PeriodRule,
  type PeriodUnit,
} from './clocks.ts';
import { addDays, eachDay, type LocalDate, localDateOf } from './local-date.ts';
import { getPeriod, localRuleOf, PERIOD_IDS, ruleOf } from './periods.ts';

const DAY_MS = 86_400_000;
const builtIn = builtInCalendar();
const basis = { law: '测试', lawEn: 'test', article: '' };

const starts = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2028, 11, 31) });
const dayUnits = fc.constantFrom<PeriodUnit>('calendar-days', 'working-days');

/** Calendars far stranger than the State Council's: any day may be off or worked. */
const strangeCalendars: fc.Arbitrary<Calendar> = fc
  .array(fc.tuple(fc.nat(3400), fc.boolean()), { maxLength: 400 })
  .chain((days) => fc.tuple(fc.constant(days), fc.subarray([2020, 2022, 2024, 2026, 2027])))
  .map(([days, unpublished]) => {
    const years = new Map<number, YearCalendar>();
    for (let year = 2020; year <= 2029; year += 1) {
      const inYear = days
        .map(([day, off]) => [localDateOf(Date.UTC(2020, 0, 1) + day * DAY_MS), off] as const)
        .filter(([date]) => date.startsWith(String(year)));
      const named = (off: boolean) =>
        new Map(inYear.filter((day) => day[1] === off).map(([date]) => [date, '测试']));
      const published = !unpublished.includes(year);
      const [restDays, makeUpDays] = [named(true), named(false)];
      years.set(year, { year, source: 'test', published, restDays, makeUpDays });
    }
    return { version: 'strange', years };
  });
const calendars = fc.oneof(fc.constant(builtIn), strangeCalendars);

const pausesFrom = (startedAt: number): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .record({ after: fc.integer({ min: -5, max: 90 }), length: fc.integer({ min: 0, max: 12 }) })
      .map(({ after, length }) => {
        const from = addDays(localDateOf(startedAt), after);
        return { from, to: addDays(from, length - 1), reason: '听证' };
      }),
    { maxLength: 4 },
  );

const rulesOf = (unit: PeriodUnit): fc.Arbitrary<PeriodRule> =>
  fc
    .record({ amount: fc.nat(unit === 'hours' ? 400 : 75), rollOver: fc.boolean() })
    .map((rule) => ({
      id: 'any',
      unit,
      basis,
      ...rule,
    }));

const cases = (units: fc.Arbitrary<PeriodUnit>): fc.Arbitrary<[PeriodRule, ClockRun, Calendar]> =>
  fc.tuple(units, starts).chain(([unit, startedAt]) => {
    const extensions = fc.array(
      fc.record({
        amount: fc.nat(30),
        unit: unit === 'hours' ? fc.constant<PeriodUnit>('hours') : dayUnits,
        reason: fc.constant('情况复杂'),
        at: fc.constant(startedAt),
      }),
      { maxLength: 2 },
    );
    const runs = fc.record({
      startedAt: fc.constant(startedAt),
      pauses: pausesFrom(startedAt),
      extensions,
    });
    return fc.tuple(rulesOf(unit), runs, calendars);
  });
const anyCase = cases(fc.oneof(dayUnits, fc.constant<PeriodUnit>('hours')));

describe('P-9 the clock engine, for any rule, run and calendar', () => {
  it('P-9 the explained count and the short one agree', () => {
    fc.assert(
      fc.property(anyCase, ([rule, run, calendar]) => {
        const { days, ...due } = countPeriod(rule, run, calendar);
        expect(dueOf(rule, run, calendar)).toEqual(due);
        expect(days.at(-1)?.date).toBe(due.dueDate);
      }),
      { numRuns: 1500 },
    );
  });

  it('P-9 the lines follow each other day by day, counted ones numbered 1 to n', () => {
    fc.assert(
      fc.property(anyCase, ([rule, run, calendar]) => {
        const { days, dueDate } = countPeriod(rule, run, calendar);
        const first = localDateOf(run.startedAt);
        expect(days.map((line) => line.date)).toEqual([...eachDay(first, dueDate)]);
        const ordinals = days.filter((line) => line.counted).map((line) => line.ordinal);
        expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
        expect(days.every((line) => line.counted === (line.ordinal !== undefined))).toBe(true);
        if (rule.unit === 'hours') return;
        const total = run.extensions.reduce((sum, { amount }) => sum + amount, rule.amount);
        expect(ordinals.length).toBe(total);
        expect(days[0]).toMatchObject({ counted: false, reason: 'start-day' });
      }),
      { numRuns: 500 },
    );
  });

  it('P-9 no period that rolls over is due on a rest day, nor one in working days', () => {
    fc.assert(
      fc.property(anyCase, ([rule, run, calendar]) => {
        const lastUnit = run.extensions.findLast(({ amount }) => amount > 0)?.unit ?? rule.unit;
        const onWorkingDay = lastUnit === 'working-days' && rule.amount > 0;
        fc.pre(rule.unit !== 'hours' && (rule.rollOver || onWorkingDay));
        const { dueDate } = dueOf(rule, run, calendar);
        expect(isWorkingDay(calendar, dueDate)).toBe(true);
        expect(run.pauses.some(({ from, to }) => from <= dueDate && dueDate <= to)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('P-9 it rolls over no working day', () => {
    fc.assert(
      fc.property(cases(dayUnits), ([rule, run, calendar]) => {
        const bare = { ...run, pauses: [] };
        const last = dueOf({ ...rule, rollOver: false }, bare, calendar).dueDate;
        const { dueDate } = dueOf({ ...rule, rollOver: true }, bare, calendar);
        const skipped = [...eachDay(last, dueDate)].slice(0, -1);
        expect(skipped.some((date) => isWorkingDay(calendar, date))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('P-9 starting later, or having more days, never ends earlier', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.nat(20 * DAY_MS),
        fc.nat(20),
        ([rule, run, calendar], later, more) => {
          const { dueAt } = dueOf(rule, run, calendar);
          const started = { ...run, startedAt: run.startedAt + later };
          expect(dueOf(rule, started, calendar).dueAt).toBeGreaterThanOrEqual(dueAt);
          const longer = { ...rule, amount: rule.amount + more };
          expect(dueOf(longer, run, calendar).dueAt).toBeGreaterThanOrEqual(dueAt);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('P-9 a pause adds exactly its days that were not left out anyway', () => {
    fc.assert(
      fc.property(
        cases(dayUnits),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 10 }),
        ([rolling, run, calendar], after, length) => {
          const rule = { ...rolling, rollOver: false };
          const plain = { ...run, pauses: [], extensions: [] };
          const before = dueOf(rule, plain, calendar).dueDate;
          const from = addDays(localDateOf(run.startedAt), after);
          const to = addDays(from, length - 1);
          fc.pre(from <= before);
          const paused = { ...plain, pauses: [{ from, to, reason: '听证' }] };
          const { dueDate } = dueOf(rule, paused, calendar);
          const counts = (date: LocalDate): boolean =>
            rule.unit === 'calendar-days' || isWorkingDay(calendar, date);
          const added = [...eachDay(addDays(before, 1), dueDate)].filter(counts).length;
          expect(added).toBe([...eachDay(from, to)].filter(counts).length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('P-9 publishing a year moves no due date that was not provisional', () => {
    fc.assert(
      fc.property(cases(dayUnits), strangeCalendars, ([rule, run], published) => {
        const due = dueOf(rule, run, builtIn);
        fc.pre(!due.provisional);
        const known = [...builtIn.years].filter(([, year]) => year.published);
        const years = new Map([...published.years, ...known]);
        const recounted = dueOf(rule, run, { version: 'next', years });
        expect(recounted.dueDate).toBe(due.dueDate);
      }),
      { numRuns: 500 },
    );
  });

  it('P-9 a local standard that was allowed never ends on the wrong side of the law', () => {
    const standards = fc.record({
      amount: fc.integer({ min: 1, max: 120 }),
      unit: fc.constantFrom<PeriodUnit>('calendar-days', 'working-days', 'hours'),
      basis: fc.constant(basis),
    });
    const constants = PERIOD_IDS.filter((id) => !getPeriod(id).configurable);
    const situations = fc.tuple(fc.constantFrom(...constants), standards, starts, calendars);
    fc.assert(
      fc.property(situations, ([id, standard, startedAt, calendar]) => {
        const local = localRuleOf(id, standard);
        fc.pre(local.ok);
        const run = { startedAt, pauses: [], extensions: [] };
        const law = dueOf(ruleOf(id), run, calendar).dueAt;
        const own = local.ok ? dueOf(local.value, run, calendar).dueAt : Number.NaN;
        const late = getPeriod(id).stricter === 'shorter' ? own - law : law - own;
        expect(late).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});
