import { describe, expect, it } from 'vitest';
import { colourOf, remainingDays } from './clock-colours.ts';
import { localDate, startOfDay } from './local-date.ts';

const at = (date: string, hours: number) =>
  startOfDay(localDate(date)).getTime() + hours * 3_600_000;

describe('P-9 the colour of a clock', () => {
  it.each([
    [0, 'green'],
    [499, 'green'],
    [500, 'blue'],
    [749, 'blue'],
    [750, 'yellow'],
    [999, 'yellow'],
    [1000, 'red'],
    [5000, 'red'],
  ])('P-9 after %i of 1000 it is %s', (now, colour) => {
    expect(colourOf(7000, 8000, 7000 + now)).toBe(colour);
  });

  it('P-9 an answered clock keeps the colour it had', () => {
    expect(colourOf(0, 1000, 99_999, undefined, 600)).toBe('blue');
    expect(colourOf(0, 1000, 99_999, undefined, 1000)).toBe('red');
  });

  it('P-9 an office may set its own thresholds', () => {
    expect(colourOf(0, 1000, 300, { blue: 0.2, yellow: 0.4 })).toBe('blue');
    expect(colourOf(0, 1000, 400, { blue: 0.2, yellow: 0.4 })).toBe('yellow');
  });

  it('P-9 days left are days of the calendar in Shanghai', () => {
    const due = localDate('2026-03-17');
    expect(remainingDays(at('2026-03-16', 23.9), due)).toBe(1);
    expect(remainingDays(at('2026-03-17', 0), due)).toBe(0);
    expect(remainingDays(at('2026-03-17', 23.9), due)).toBe(0);
    expect(remainingDays(at('2026-03-18', 0), due)).toBe(-1);
  });
});
