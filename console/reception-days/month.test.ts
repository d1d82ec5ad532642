import { describe, expect, test } from 'vitest';
import { shiftMonth, weeksOf } from './month.ts';

describe('R-1 the month as a sheet', () => {
  test('begins on Monday and holds every day once', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.flat().filter((day) => day.startsWith('2026-11'))).toHaveLength(30);
  });

  test.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
  ])('%s and %i is %s', (month, by, expected) => {
    expect(shiftMonth(month, by)).toBe(expected);
  });
});
