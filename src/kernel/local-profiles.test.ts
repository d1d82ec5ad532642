import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from './calendar-years.ts';
import { dueOf } from './clocks.ts';
import { localDate, startOfDay } from './local-date.ts';
import {
  countLocalClock,
  findLimitFault,
  profileFor,
  profilePeriods,
  type LocalProfile,
  type ProfileLimit,
} from './local-profiles.ts';
import { getPeriod, ruleOf, type PeriodId } from './periods.ts';

const calendar = builtInCalendar();
const limit = (
  period: PeriodId,
  amount: number,
  unit: ProfileLimit['unit'] = 'calendar-days',
  purposes: readonly string[] = [],
): ProfileLimit => ({ period, amount, unit, purposes });

const hotline: LocalProfile = {
  id: 'p1',
  name: '12345',
  source: '12345 rules',
  certainty: 'practice',
  from: localDate('2026-01-01'),
  to: null,
  units: [],
  channels: ['hotline-12345'],
  categories: [],
  limits: [
    limit('take', 2, 'hours'),
    limit('contact', 24, 'hours'),
    limit('answer', 15),
    limit('answer', 7, 'calendar-days', ['enquiry']),
  ],
};

describe('P-9 a profile is never laxer than the law', () => {
  it.each([
    [limit('handling', 45), null],
    [limit('handling', 60), null],
    [limit('handling', 61), '34'],
    [limit('handling', 60, 'working-days'), '34'],
    [limit('handling', 1440, 'hours'), null],
    [limit('handling', 1441, 'hours'), '34'],
    [limit('triage', 16), '22'],
    [limit('triage', 2, 'hours'), null],
    [limit('acceptance', 20), '23(3)'],
    [limit('objection', 6, 'working-days'), '23(3)'],
    [limit('objection', 3, 'working-days'), null],
    // What a petitioner has may only be longer.
    [limit('review-request', 20), '35'],
    [limit('review-request', 45), null],
    // Around the conclusion: what the petitioner has is not shorter than the right to review, what
    // the office takes not longer than a review; counted in days alone.
    [limit('rating-window', 29), '35'],
    [limit('rating-window', 45), null],
    [limit('contest', 31), '35'],
    [limit('contest', 10), null],
    [limit('follow-up', 61), '34'],
    [limit('follow-up', 20), null],
    // The answer of a hotline stands under the sixty days of the law.
    [limit('answer', 60), null],
    [limit('answer', 61), '34'],
    [limit('answer', 200, 'hours'), null],
    // Nothing in the law: the office is free.
    [limit('contact', 48, 'hours'), null],
    [limit('contest', 20), null],
  ] as const)('P-9 %o: refused by article %s', (each, article) => {
    const fault = findLimitFault([limit('triage', 5), each]);
    if (article === null) expect(fault).toBeNull();
    else {
      const own = getPeriod(each.period);
      const reason = own.stricter === 'longer' ? 'too-short' : 'less-strict';
      expect(fault).toMatchObject({ reason, at: 1, basis: { article } });
    }
  });

  it.each([limit('contest', 5, 'working-days'), limit('rating-window', 800, 'hours')])(
    'P-9 %o is counted in days',
    (each) => {
      expect(findLimitFault([each])).toMatchObject({ reason: 'days-only', at: 0 });
    },
  );

  it.each([
    limit('assignment', 5),
    limit('extension', 5),
    limit('triage', 0),
    limit('triage', 1.5),
    limit('triage', 4000),
  ])('P-9 %o is no limit', (each) => {
    expect(findLimitFault([each])).toMatchObject({ reason: 'not-a-period', at: 0 });
  });

  it('P-9 whatever passes ends no later than the law, on whatever day it begins', () => {
    const bound = profilePeriods.filter((id) => !getPeriod(id).configurable);
    fc.assert(
      fc.property(
        fc.constantFrom(...bound),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('calendar-days', 'working-days', 'hours'),
        fc.integer({ min: 0, max: 364 * 24 }),
        (period, amount, unit, hour) => {
          const each = limit(period, amount, unit);
          if (findLimitFault([each]) !== null) return;
          const startedAt = startOfDay(localDate('2026-01-01')).getTime() + hour * 3_600_000;
          const clock = {
            key: period,
            period,
            holder: 'u',
            startedAt,
            givenDue: null,
            extensionDays: 0,
            stoppedAt: null,
          };
          const local = countLocalClock({ ...clock, profile: hotline, limit: each }, calendar);
          const law = dueOf(ruleOf(period), { startedAt, pauses: [], extensions: [] }, calendar);
          if (getPeriod(period).stricter === 'shorter') {
            expect(local.dueAt).toBeLessThanOrEqual(law.dueAt);
          } else {
            expect(local.dueAt).toBeGreaterThanOrEqual(law.dueAt);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('P-9 which profile applies', () => {
  const about = {
    units: ['housing', 'office'],
    channel: 'hotline-12345',
    categories: ['01', '01.02'],
    purpose: 'appeal',
    day: localDate('2026-11-02'),
  };
  const housing: LocalProfile = {
    ...hotline,
    id: 'p2',
    name: 'housing',
    channels: [],
    units: ['housing'],
  };

  it('P-9 by channel, unit and category, and only while it is in force', () => {
    expect(profileFor([hotline], about)?.id).toBe('p1');
    expect(profileFor([hotline], { ...about, channel: 'web' })).toBeNull();
    expect(profileFor([housing], { ...about, units: ['transport'] })).toBeNull();
    const roads = { ...hotline, categories: ['01.02'] };
    expect(profileFor([roads], about)?.id).toBe('p1');
    expect(profileFor([roads], { ...about, categories: ['03'] })).toBeNull();
    expect(profileFor([{ ...hotline, to: localDate('2026-11-01') }], about)).toBeNull();
    expect(profileFor([{ ...hotline, to: localDate('2026-11-02') }], about)?.id).toBe('p1');
    expect(profileFor([{ ...hotline, from: localDate('2026-11-03') }], about)).toBeNull();
  });

  it('P-9 of several the most particular, of equals the youngest', () => {
    const both = { ...hotline, id: 'p3', units: ['housing'] };
    expect(profileFor([hotline, housing, both], about)?.id).toBe('p3');
    const younger = { ...hotline, id: 'p4', from: localDate('2026-06-01') };
    expect(profileFor([hotline, younger], about)?.id).toBe('p4');
  });

  it('P-9 a limit for the purpose goes before the common one', () => {
    const answerOf = (purpose: string | null) =>
      profileFor([hotline], { ...about, purpose })?.limits.filter(
        ({ period }) => period === 'answer',
      );
    expect(answerOf('enquiry')).toEqual([{ period: 'answer', amount: 7, unit: 'calendar-days' }]);
    expect(answerOf('appeal')).toEqual([{ period: 'answer', amount: 15, unit: 'calendar-days' }]);
    expect(answerOf(null)).toEqual([{ period: 'answer', amount: 15, unit: 'calendar-days' }]);
  });
});
