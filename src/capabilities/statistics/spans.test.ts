import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { bucketsOf, comparedSpan, spanOf } from './spans.ts';

const span = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

describe('T-1 calendar and rolling periods', () => {
  test.each([
    ['month', '2026-11-22', '2026-11-01', '2026-11-22'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-22', '2026-10-01', '2026-11-22'],
    ['last-quarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['last-year', '2026-02-10', '2025-01-01', '2025-12-31'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['rolling-30', '2026-11-22', '2026-10-24', '2026-11-22'],
  ] as const)('T-1 %s seen from %s', (preset, asOf, from, to) => {
    expect(spanOf(preset, localDate(asOf))).toEqual(span(from, to));
  });

  test('T-1 a step that the period cuts holds only the days of the period', () => {
    expect(bucketsOf(span('2026-01-15', '2026-03-02'), 'month')).toEqual([
      { key: '2026-01-01', ...span('2026-01-15', '2026-01-31') },
      { key: '2026-02-01', ...span('2026-02-01', '2026-02-28') },
      { key: '2026-03-01', ...span('2026-03-01', '2026-03-02') },
    ]);
  });
});

describe('T-1 year on year and month on month', () => {
  test.each([
    ['yoy', 'month', span('2024-02-01', '2024-02-29'), span('2023-02-01', '2023-02-28')],
    ['yoy', undefined, span('2026-03-05', '2026-04-10'), span('2025-03-05', '2025-04-10')],
    ['mom', 'month', span('2026-11-01', '2026-11-22'), span('2026-10-01', '2026-10-22')],
    ['mom', 'last-month', span('2026-03-01', '2026-03-31'), span('2026-02-01', '2026-02-28')],
    ['mom', 'quarter', span('2026-10-01', '2026-11-22'), span('2026-07-01', '2026-08-22')],
    ['mom', 'year', span('2026-01-01', '2026-11-22'), span('2025-01-01', '2025-11-22')],
    ['mom', 'rolling-7', span('2026-11-16', '2026-11-22'), span('2026-11-09', '2026-11-15')],
    ['mom', undefined, span('2026-01-01', '2026-02-28'), span('2025-11-01', '2025-12-31')],
  ] as const)('T-1 %s of %s', (compare, preset, of, wanted) => {
    expect(comparedSpan(of, compare, preset)).toEqual(wanted);
  });
});
