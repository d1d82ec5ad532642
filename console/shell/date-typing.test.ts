import { describe, expect, it } from 'vitest';
import { readTypedDate, todayInShanghai } from './date-typing.ts';

describe('P-2 dates as a clerk types them', () => {
  it.each([
    ['1109', '2026-11-09'],
    ['11-9', '2026-11-09'],
    ['11.9', '2026-11-09'],
    ['11/09', '2026-11-09'],
    ['11月9日', '2026-11-09'],
    ['109', '2026-01-09'],
    ['20261109', '2026-11-09'],
    ['2026-11-9', '2026-11-09'],
    ['2025年3月1日', '2025-03-01'],
    ['25-3-1', '2025-03-01'],
    ['１１０９', '2026-11-09'],
    [' 11-9 ', '2026-11-09'],
    ['2024-02-29', '2024-02-29'],
    ['', ''],
  ])('%s is %s', (typed, date) => {
    expect(readTypedDate(typed, '2026-11-22')).toBe(date);
  });

  it.each(['2026-02-29', '1332', '31-11-2026', 'tomorrow', '11', '202611'])(
    '%s is no day',
    (typed) => {
      expect(readTypedDate(typed, '2026-11-22')).toBeNull();
    },
  );

  it('takes today from Shanghai, also after 16:00 UTC', () => {
    expect(todayInShanghai(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(todayInShanghai(Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  });
});
