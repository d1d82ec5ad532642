import { describe, expect, it } from 'vitest';
import type { DayLine } from '../../../src/kernel/clocks.ts';
import { addDays, localDate } from '../../../src/kernel/local-date.ts';
import { blocksOf } from '../../calendar/blocks.ts';
import { elapsedShare } from '../clock-bar.tsx';
import { weeksOf } from './calendar-weeks.ts';

const days = (from: string, count: number): DayLine[] =>
  Array.from({ length: count }, (_, at) => ({
    date: addDays(localDate(from), at),
    counted: true,
    reason: 'counted',
    extended: false,
    provisional: false,
  }));

describe('P-9 every day of a clock in its week', () => {
  it('begins on Monday and loses no day', () => {
    // 30 October 2026 is a Friday.
    const weeks = weeksOf(days('2026-10-30', 18));
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.map((day) => day?.date ?? null)).toEqual([
      null,
      null,
      null,
      null,
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(18);
  });

  it('is empty for no days', () => {
    expect(weeksOf([])).toEqual([]);
  });

  it('fills the bar by the time that has passed', () => {
    expect(elapsedShare({ startedAt: 0, dueAt: 100 }, 25)).toBe(0.25);
    expect(elapsedShare({ startedAt: 0, dueAt: 100 }, 250)).toBe(1);
    expect(elapsedShare({ startedAt: 100, dueAt: 100 }, 100)).toBe(1);
  });
});

describe('P-9 the calendar as the notice writes it', () => {
  it('joins days off that follow each other under one name', () => {
    expect(
      blocksOf([
        { date: '2026-01-01', name: '元旦' },
        { date: '2026-01-02', name: '元旦' },
        { date: '2026-02-16', name: '春节' },
      ]),
    ).toEqual([
      { name: '元旦', from: '2026-01-01', to: '2026-01-02' },
      { name: '春节', from: '2026-02-16', to: '2026-02-16' },
    ]);
  });
});
