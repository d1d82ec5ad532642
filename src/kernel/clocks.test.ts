import { describe, expect, it } from 'vitest';
import { builtInCalendar } from './calendar-years.ts';
import {
  type ClockRun,
  countPeriod,
  type DayLine,
  dueOf,
  dueOnDate,
  type Extension,
  type Pause,
  type PeriodRule,
} from './clocks.ts';
import { localDate } from './local-date.ts';
import { ruleOf } from './periods.ts';

const calendar = builtInCalendar();

interface Given {
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
}

const run = (startedAt: string, { pauses = [], extensions = [] }: Given = {}): ClockRun => ({
  startedAt: Date.parse(startedAt),
  pauses,
  extensions,
});
const pause = (from: string, to: string): Pause => ({
  from: localDate(from),
  to: localDate(to),
  reason: '听证',
});
const extension = (amount: number, unit: Extension['unit'] = 'calendar-days'): Extension => ({
  amount,
  unit,
  reason: '情况复杂',
  at: 0,
});
const basis = { law: '测试', lawEn: 'test', article: '' };
const hours = (amount: number, rollOver = false): PeriodRule => ({
  id: 'hours',
  amount,
  unit: 'hours',
  rollOver,
  basis,
});
const inShort = ({ date, reason, ordinal, note }: DayLine): string =>
  [date, reason, ordinal, note].filter((part) => part !== undefined).join(' ');

describe('P-9 where a day begins and ends', () => {
  it.each([
    ['2026-03-02T23:59:59.999+08:00', '2026-03-17', 'the last moment of 2 March'],
    ['2026-03-03T00:00:00.000+08:00', '2026-03-18', 'midnight belongs to 3 March'],
    ['2026-03-02T16:30:00.000Z', '2026-03-18', 'half past midnight of 3 March in Shanghai'],
    ['2024-02-14T08:00:00.000+08:00', '2024-02-29', 'a leap year: 14 + 15 = 29 February'],
    ['2025-12-20T08:00:00.000+08:00', '2026-01-04', '11 + 4 = Sun 4 January, a make-up day'],
  ])('P-9 15 days from %s are due %s: %s', (startedAt, dueDate) => {
    expect(dueOf(ruleOf('triage'), run(startedAt), calendar)).toMatchObject({ dueDate });
  });

  it('P-9 the period ends at 24:00 in Shanghai', () => {
    const { dueAt } = dueOf(ruleOf('triage'), run('2026-03-02T10:00:00+08:00'), calendar);
    expect(new Date(dueAt).toISOString()).toBe('2026-03-17T16:00:00.000Z');
  });

  it('P-9 a day that a person has set stays where it is', () => {
    const due = dueOnDate(localDate('2026-10-03'));
    expect(due).toEqual({
      dueDate: '2026-10-03',
      dueAt: Date.parse('2026-10-04T00:00:00+08:00'),
      provisional: false,
    });
  });
});

describe('P-9 a clock explains each day', () => {
  it('P-9 over Spring Festival 2026, with its make-up day', () => {
    const counted = countPeriod(ruleOf('objection'), run('2026-02-12T10:00:00+08:00'), calendar);
    expect(counted.days.map(inShort)).toEqual([
      '2026-02-12 start-day',
      '2026-02-13 counted 1',
      '2026-02-14 make-up 2 春节',
      ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => `2026-02-${day} holiday 春节`),
      '2026-02-24 counted 3',
      '2026-02-25 counted 4',
      '2026-02-26 counted 5',
    ]);
  });

  it('P-9 over National Day 2026 to the make-up Saturday', () => {
    const rule = { ...ruleOf('simple-acceptance'), amount: 3 };
    const counted = countPeriod(rule, run('2026-09-30T10:00:00+08:00'), calendar);
    expect(counted.dueDate).toBe('2026-10-10');
    expect(counted.days.slice(-4).map(inShort)).toEqual([
      '2026-10-07 holiday 国庆节',
      '2026-10-08 counted 1',
      '2026-10-09 counted 2',
      '2026-10-10 make-up 3 国庆节',
    ]);
  });

  it('P-9 a last day in National Day rolls to the day after it', () => {
    const rule = { ...ruleOf('triage'), amount: 2 };
    const counted = countPeriod(rule, run('2026-10-04T10:00:00+08:00'), calendar);
    expect(counted.days.map(inShort)).toEqual([
      '2026-10-04 start-day',
      '2026-10-05 counted 1',
      '2026-10-06 counted 2 国庆节',
      '2026-10-07 holiday 国庆节',
      '2026-10-08 rolled-over',
    ]);
  });

  it('P-9 says which days may still move in 2027', () => {
    const counted = countPeriod(ruleOf('contest'), run('2026-12-17T10:00:00+08:00'), calendar);
    expect(counted).toMatchObject({ dueDate: '2027-01-04', provisional: true });
    expect(counted.days.filter((line) => line.provisional).map(inShort)).toEqual([
      '2027-01-01 counted 15 元旦',
      '2027-01-02 weekend',
      '2027-01-03 weekend',
      '2027-01-04 rolled-over',
    ]);
  });

  it('P-9 a count that asks no calendar is never provisional', () => {
    const rule = ruleOf('hearing-notice');
    const counted = countPeriod(rule, run('2027-03-01T10:00:00+08:00'), calendar);
    expect(counted).toMatchObject({ dueDate: '2027-03-08', provisional: false });
  });
});

describe('P-9 hearing days and extensions', () => {
  it('P-9 V-2 the hearing days of a re-examination are left out and shown', () => {
    const started = run('2026-07-20T10:00:00+08:00', {
      pauses: [pause('2026-08-10', '2026-08-11')],
    });
    const counted = countPeriod(ruleOf('re-examination'), started, calendar);
    // 11 left in July + 19 = 19 August, and two days of hearing.
    expect(counted.dueDate).toBe('2026-08-21');
    expect(counted.days.filter((line) => line.reason === 'pause').map(inShort)).toEqual([
      '2026-08-10 pause 听证',
      '2026-08-11 pause 听证',
    ]);
  });

  it.each([
    {
      title: 'overlapping pauses count once: 19 + 4 = Sun 23',
      pauses: [pause('2026-08-10', '2026-08-12'), pause('2026-08-11', '2026-08-13')],
      dueDate: '2026-08-24',
    },
    {
      title: 'the day of the event was not counted anyway',
      pauses: [pause('2026-07-19', '2026-07-20')],
      dueDate: '2026-08-19',
    },
    {
      title: 'a pause over the last day moves it: 19 + 1',
      pauses: [pause('2026-08-19', '2026-08-19')],
      dueDate: '2026-08-20',
    },
    {
      title: 'a pause may reach the next one: 19 + 3 = Sat 22',
      pauses: [pause('2026-08-21', '2026-08-21'), pause('2026-08-19', '2026-08-20')],
      dueDate: '2026-08-24',
    },
    {
      title: 'a pause after the last day comes too late',
      pauses: [pause('2026-08-20', '2026-08-21')],
      dueDate: '2026-08-19',
    },
    {
      title: 'a pause turned round has no days',
      pauses: [pause('2026-08-11', '2026-08-10')],
      dueDate: '2026-08-19',
    },
  ])('P-9 V-2 $title', ({ pauses, dueDate }) => {
    const started = run('2026-07-20T10:00:00+08:00', { pauses });
    const rule = ruleOf('re-examination');
    expect(dueOf(rule, started, calendar).dueDate).toBe(dueDate);
    expect(countPeriod(rule, started, calendar).dueDate).toBe(dueDate);
  });

  it('P-9 V-2 a period never ends on a day on which its clock is stopped', () => {
    // 22 left in July + 8 = Sat 8 August, and the hearing is on Mon 10.
    const started = run('2026-07-09T10:00:00+08:00', {
      pauses: [pause('2026-08-10', '2026-08-10')],
    });
    const counted = countPeriod(ruleOf('re-examination'), started, calendar);
    expect(counted.days.slice(-4).map(inShort)).toEqual([
      '2026-08-08 counted 30',
      '2026-08-09 weekend',
      '2026-08-10 pause 听证',
      '2026-08-11 rolled-over',
    ]);
  });

  it('P-9 an extension is counted before the roll-over, not after it', () => {
    const started = run('2026-03-02T10:00:00+08:00', { extensions: [extension(30)] });
    const counted = countPeriod(ruleOf('handling'), started, calendar);
    // 29 left in March + 30 April + 31 May = 90 days = Sun 31 May, so Mon 1 June; the 60 days
    // alone end on 6 May, after the roll-over, and 30 more from there would be 5 June.
    expect(counted.dueDate).toBe('2026-06-01');
    expect(counted.days.filter((line) => line.extended && line.counted).length).toBe(30);
    expect(counted.days.find((line) => line.extended)).toMatchObject({
      date: '2026-05-02',
      ordinal: 61,
    });
  });

  it('P-9 working days may lengthen calendar days', () => {
    const started = run('2026-03-02T10:00:00+08:00', {
      extensions: [extension(3, 'working-days')],
    });
    // 17 March, then Wed 18, Thu 19, Fri 20.
    expect(dueOf(ruleOf('triage'), started, calendar).dueDate).toBe('2026-03-20');
  });

  it('P-9 amounts that are no whole days are bugs', () => {
    const started = run('2026-03-02T10:00:00+08:00');
    for (const amount of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const rule = { ...ruleOf('triage'), amount };
      expect(() => dueOf(rule, started, calendar)).toThrow(RangeError);
      expect(() => countPeriod(rule, started, calendar)).toThrow(RangeError);
    }
    const mixed = run('2026-03-02T10:00:00+08:00', { extensions: [extension(5, 'hours')] });
    expect(() => dueOf(ruleOf('triage'), mixed, calendar)).toThrow(RangeError);
  });
});

describe('P-9 periods in hours', () => {
  it.each([
    [24, false, '2026-03-02T10:00:00+08:00', '2026-03-03T10:00:00+08:00', '2026-03-03'],
    [14, false, '2026-03-02T10:00:00+08:00', '2026-03-03T00:00:00+08:00', '2026-03-02'],
    [24, false, '2026-10-01T10:00:00+08:00', '2026-10-02T10:00:00+08:00', '2026-10-02'],
    [24, true, '2026-10-01T10:00:00+08:00', '2026-10-02T10:00:00+08:00', '2026-10-02'],
    [0, false, '2026-03-02T00:00:00+08:00', '2026-03-02T00:00:00+08:00', '2026-03-02'],
  ])('P-9 %i hours (rolling: %s) from %s end at %s', (amount, rollOver, from, dueAt, dueDate) => {
    const expected = { dueAt: Date.parse(dueAt), dueDate, provisional: false };
    expect(dueOf(hours(amount, rollOver), run(from), calendar)).toEqual(expected);
    expect(countPeriod(hours(amount, rollOver), run(from), calendar)).toMatchObject(expected);
  });

  it('P-9 hours that end at midnight are over before a stop of the next day', () => {
    const started = run('2026-03-02T10:00:00+08:00', {
      pauses: [pause('2026-03-03', '2026-03-03')],
    });
    expect(dueOf(hours(14), started, calendar)).toEqual({
      dueDate: '2026-03-02',
      dueAt: Date.parse('2026-03-03T00:00:00+08:00'),
      provisional: false,
    });
  });

  it('P-9 a stopped day adds its 24 hours', () => {
    const started = run('2026-03-02T10:00:00+08:00', {
      pauses: [pause('2026-03-03', '2026-03-03')],
      extensions: [extension(12, 'hours')],
    });
    const counted = countPeriod(hours(24), started, calendar);
    expect(new Date(counted.dueAt).toISOString()).toBe('2026-03-04T14:00:00.000Z');
    expect(counted.days.map(inShort)).toEqual([
      '2026-03-02 counted 1',
      '2026-03-03 pause 听证',
      '2026-03-04 counted 2',
    ]);
  });
});
