import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareDates,
  daysBetween,
  eachDay,
  endOfDay,
  isWeekend,
  laterOf,
  localDate,
  localDateOf,
  parseLocalDate,
  startOfDay,
  weekdayOf,
  yearOf,
} from './local-date.ts';

const moments = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('P-9 days are days in Shanghai', () => {
  it.each([
    ['2026-03-02T15:59:59.999Z', '2026-03-02'],
    ['2026-03-02T16:00:00.000Z', '2026-03-03'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
  ])('P-9 %s lies in %s', (moment, date) => {
    expect(localDateOf(Date.parse(moment))).toBe(date);
    expect(localDateOf(new Date(moment))).toBe(date);
  });

  it('P-9 a day ends at 24:00 in Shanghai, where the next begins', () => {
    const day = localDate('2026-03-02');
    expect(endOfDay(day).toISOString()).toBe('2026-03-02T16:00:00.000Z');
    expect(startOfDay(localDate('2026-03-03'))).toEqual(endOfDay(day));
  });

  it.each([
    '',
    '2026-2-3',
    '2026-02-30',
    '2026-13-01',
    '0026-01-01',
    '2026-01-01T00',
    '２０２６-01-01',
  ])('P-9 %j is no day', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it('P-9 agrees with the time zone table of the platform, for years without summer time', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    const since1992 = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(since1992, (moment) => {
        expect(localDateOf(moment)).toBe(platform.format(moment));
      }),
    );
  });

  it('P-9 adding, subtracting and listing days agree', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -400, max: 400 }), (moment, days) => {
        const from = localDateOf(moment);
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(Math.sign(compareDates(to, from))).toBe(Math.sign(days));
        expect(laterOf(from, to)).toBe(days > 0 ? to : from);
        expect([...eachDay(from, to)].length).toBe(Math.max(0, days + 1));
        expect(startOfDay(from).getTime()).toBeLessThanOrEqual(moment);
        expect(endOfDay(from).getTime()).toBeGreaterThan(moment);
      }),
    );
  });

  it('P-9 knows weekdays on both sides of 1970', () => {
    expect(weekdayOf(localDate('1970-01-01'))).toBe(4);
    expect(weekdayOf(localDate('1949-10-01'))).toBe(6);
    expect(weekdayOf(localDate('2026-03-02'))).toBe(1);
    expect(isWeekend(localDate('2026-03-01'))).toBe(true);
    expect(isWeekend(localDate('2026-02-27'))).toBe(false);
    expect(yearOf(localDate('2026-02-27'))).toBe(2026);
  });

  it('P-9 days outside the calendar are bugs', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => localDateOf(Number.NaN)).toThrow(RangeError);
  });
});
