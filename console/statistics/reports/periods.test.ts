import { expect, test } from 'vitest';
import { zh } from '../../words/zh.ts';
import { dayBefore, periodsOf } from './periods.ts';

test('T-3 periods that can be reported on begin with the one in which yesterday lies', () => {
  const labels = (kind: 'month' | 'quarter' | 'year', day: string) =>
    periodsOf(kind, day, zh.reports)
      .slice(0, 3)
      .map(({ value, label }) => `${value} ${label}`);
  expect(labels('month', '2026-01-31')).toEqual([
    '2026-01-01 2026年1月',
    '2025-12-01 2025年12月',
    '2025-11-01 2025年11月',
  ]);
  expect(labels('quarter', '2026-03-01')).toEqual([
    '2026-01-01 2026年第1季度',
    '2025-10-01 2025年第4季度',
    '2025-07-01 2025年第3季度',
  ]);
  expect(labels('year', '2026-11-21')[1]).toBe('2025-01-01 2025年');
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});
