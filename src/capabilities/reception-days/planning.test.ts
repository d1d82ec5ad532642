import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { calendar as publishedCalendar } from '../petitions/life.test-data.ts';
import { coverageOf } from './coverage.ts';
import { countDuty, spansOf } from './duty.ts';
import type { ReceivingLeader } from './leader.ts';
import { proposeDays } from './rotation.ts';
import { usualSettings, type Rotation } from './settings.ts';

const day = localDate;

describe('R-1 yearly duty', () => {
  const monthly = { level: 'county', days: 1, per: 'month', source: '本地' } as const;
  const term = { from: day('2024-01-01'), to: null };

  test.each([
    ['half-year', 2],
    ['quarter', 4],
    ['month', 12],
    ['week', 52],
  ] as const)('2026 has its stretches of a %s', (per, count) => {
    expect(spansOf(2026, per)).toHaveLength(count);
  });

  test('who missed a month is behind by it; the running month is not missed yet', () => {
    const days = [
      { on: day('2026-01-15'), held: true },
      { on: day('2026-04-20'), held: false },
    ];
    const duty = countDuty(monthly, 2026, days, term, day('2026-04-10'));
    expect(duty.behind).toBe(2);
    expect(duty.counts.slice(0, 5).map(({ state }) => state)).toEqual([
      'kept',
      'missed',
      'missed',
      'running',
      'coming',
    ]);
    expect(duty.counts[3]).toMatchObject({ planned: 1, held: 0 });
  });

  test('months before somebody took office are nobody’s debt', () => {
    const late = { from: day('2026-03-01'), to: null };
    expect(countDuty(monthly, 2026, [], late, day('2026-04-10')).behind).toBe(1);
  });
});

describe('R-1 coverage', () => {
  const leader = (id: string, regions: readonly string[], to: string | null = null) =>
    ({
      id,
      regions,
      fields: [],
      from: day('2024-01-01'),
      to: to && day(to),
    }) as unknown as ReceivingLeader;

  test('a big place needs two, whoever left office covers nothing', () => {
    const sheet = coverageOf(
      [leader('a', ['1', '2']), leader('b', ['1']), leader('c', ['3'], '2025-12-31')],
      ['1', '2', '3'],
      { ...usualSettings, bigRegions: ['1'], fields: ['拖欠工资'] },
      day('2026-05-01'),
    );
    expect(sheet.regions).toEqual([
      { code: '1', leaders: ['a', 'b'], needed: 2 },
      { code: '2', leaders: ['a'], needed: 1 },
      { code: '3', leaders: [], needed: 1 },
    ]);
    expect(sheet.fields).toEqual([{ code: '拖欠工资', leaders: [], needed: 1 }]);
  });
});

describe('R-1 rotation templates', () => {
  const template = (more: Partial<Rotation>): Rotation => ({
    name: '单月窗口',
    months: 'odd',
    dayOfMonth: 15,
    kind: 'open',
    way: 'in-person',
    from: '09:00',
    to: '12:00',
    place: '大厅',
    regionCode: '430000',
    slotMinutes: null,
    theme: '',
    leaders: ['a', 'b'],
    ...more,
  });

  test('odd months at the window, in turn, on a working day', () => {
    const days = proposeDays(template({}), day('2026-01-01'), day('2026-12-31'), publishedCalendar);
    expect(days.map(({ on }) => on.slice(0, 7))).toEqual([
      '2026-01',
      '2026-03',
      '2026-05',
      '2026-07',
      '2026-09',
      '2026-11',
    ]);
    // 15 March and 15 November 2026 are Sundays.
    expect(days[1]?.on).toBe('2026-03-16');
    expect(days.map(({ leader }) => leader)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });

  test('even months on line', () => {
    const even = template({ months: 'even' });
    const days = proposeDays(even, day('2026-02-16'), day('2026-05-01'), publishedCalendar);
    // 15 February lies before; in it the Spring Festival moves the day on.
    expect(days.map(({ on }) => on)).toContain('2026-04-15');
    expect(days.every(({ on }) => Number(on.slice(5, 7)) % 2 === 0)).toBe(true);
  });
});
