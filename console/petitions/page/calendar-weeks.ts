import type { DayLine } from '../../../src/kernel/clocks.ts';
import { weekdayOf } from '../../../src/kernel/local-date.ts';

/** Weeks from Monday to Sunday; nothing where the period has no day. */
export function weeksOf(days: readonly DayLine[]): (DayLine | null)[][] {
  const first = days[0];
  if (first === undefined) return [];
  const cells: (DayLine | null)[] = [
    ...Array.from({ length: weekdayOf(first.date) - 1 }, () => null),
    ...days,
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
