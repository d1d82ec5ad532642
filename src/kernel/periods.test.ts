import { describe, expect, it } from 'vitest';
import { builtInCalendar } from './calendar-years.ts';
import { countPeriod, dueOf } from './clocks.ts';
import { localDate, startOfDay } from './local-date.ts';
import { getPeriod, localRuleOf, PERIOD_IDS, type PeriodId, ruleOf } from './periods.ts';

const calendar = builtInCalendar();
const tenInTheMorning = (date: string): number =>
  startOfDay(localDate(date)).getTime() + 10 * 3_600_000;

interface Row {
  readonly id: PeriodId;
  readonly from: string;
  readonly due: string;
  readonly arithmetic: string;
  readonly given?: number;
  readonly provisional?: true;
  /** The moment, where hours are counted. */
  readonly at?: string;
}

/** Worked out by hand from the notices for 2026 and the law for 2027. */
const ROWS: readonly Row[] = [
  {
    id: 'letter-answer',
    from: '2026-09-24',
    due: '2026-10-12',
    arithmetic: '28, 29, 30 September, 8, 9, 10 October (made up for), 12 October',
  },
  {
    id: 'correction',
    from: '2026-11-05',
    given: 10,
    due: '2026-11-16',
    arithmetic: '15 November is a Sunday',
  },
  {
    id: 'letter-draft',
    from: '2026-11-06',
    due: '2026-11-11',
    arithmetic: 'Monday to Wednesday',
  },
  {
    id: 'statement',
    from: '2026-11-05',
    due: '2026-11-12',
    arithmetic: '6 November, then Monday to Thursday',
  },
  {
    id: 'urgent-receipt',
    from: '2026-10-01',
    due: '2026-10-01',
    at: '2026-10-01T12:00:00+08:00',
    arithmetic: '10:00 + 2 hours, on National Day like on any day',
  },
  {
    id: 'urgent-reply',
    from: '2026-10-01',
    due: '2026-10-02',
    at: '2026-10-02T10:00:00+08:00',
    arithmetic: '10:00 + 24 hours, on National Day like on any day',
  },
  {
    id: 'announcement',
    from: '2026-09-04',
    due: '2026-10-04',
    arithmetic: '4 + 30 = Sun 4 October in the National Day holiday, and it passes all the same',
  },
  {
    id: 'recommendation-answer',
    from: '2026-09-04',
    due: '2026-10-08',
    arithmetic: '4 + 30 = Sun 4 October in the National Day holiday, so Thu 8 October',
  },
  {
    id: 'take',
    from: '2026-10-01',
    due: '2026-10-01',
    at: '2026-10-01T12:00:00+08:00',
    arithmetic: '10:00 + 2 hours',
  },
  {
    id: 'contact',
    from: '2026-10-01',
    due: '2026-10-02',
    at: '2026-10-02T10:00:00+08:00',
    arithmetic: '10:00 + 24 hours',
  },
  { id: 'answer', from: '2026-03-02', due: '2026-03-17', arithmetic: '2 + 15 = Tue 17 March' },
  { id: 'thanks', from: '2026-03-02', due: '2026-03-17', arithmetic: '2 + 15 = Tue 17 March' },
  { id: 'triage', from: '2026-03-02', due: '2026-03-17', arithmetic: '2 + 15 = Tue 17 March' },
  {
    id: 'triage',
    from: '2026-02-06',
    due: '2026-02-24',
    arithmetic: '6 + 15 = 21 February, Spring Festival until Mon 23, so Tue 24',
  },
  {
    id: 'triage',
    from: '2026-02-13',
    due: '2026-02-28',
    arithmetic: '13 + 15 = Sat 28 February, a make-up day, so it is due on it',
  },
  {
    id: 'direct-notice',
    from: '2026-06-05',
    due: '2026-06-22',
    arithmetic: '5 + 15 = Sat 20 June, Dragon Boat 19-21, so Mon 22',
  },
  {
    id: 'acceptance',
    from: '2026-09-11',
    due: '2026-09-28',
    arithmetic: '11 + 15 = Sat 26 September, Mid-autumn 25-27, so Mon 28',
  },
  {
    id: 'objection',
    from: '2026-02-12',
    due: '2026-02-26',
    arithmetic: 'Fri 13, make-up Sat 14, festival 15-23, Tue 24, Wed 25, Thu 26',
  },
  {
    id: 'objection-decision',
    from: '2026-09-18',
    due: '2026-09-24',
    arithmetic: 'Sat 19 off, make-up Sun 20, Mon 21, Tue 22, Wed 23, Thu 24',
  },
  {
    id: 'handling',
    from: '2026-03-02',
    due: '2026-05-06',
    arithmetic: '29 left in March + 30 April + 1 = 1 May, Labour Day until 5, so Wed 6',
  },
  {
    id: 'handling',
    from: '2026-07-01',
    due: '2026-08-31',
    arithmetic: '30 left in July + 30 = Sun 30 August, so Mon 31',
  },
  {
    id: 'handling',
    from: '2026-11-20',
    due: '2027-01-19',
    arithmetic: '10 left in November + 31 December + 19 = Tue 19 January 2027',
    provisional: true,
  },
  {
    id: 'extension',
    from: '2026-06-10',
    due: '2026-07-10',
    arithmetic: '20 left in June + 10 = Fri 10 July',
  },
  {
    id: 'review-request',
    from: '2026-09-01',
    due: '2026-10-08',
    arithmetic: '29 left in September + 1 = 1 October, National Day until 7, so Thu 8',
  },
  {
    id: 'review',
    from: '2026-09-10',
    due: '2026-10-10',
    arithmetic: '20 left in September + 10 = Sat 10 October, a make-up day',
  },
  {
    id: 're-examination-request',
    from: '2026-01-15',
    due: '2026-02-14',
    arithmetic: '16 left in January + 14 = Sat 14 February, a make-up day',
  },
  {
    id: 're-examination',
    from: '2026-07-20',
    due: '2026-08-19',
    arithmetic: '11 left in July + 19 = Wed 19 August',
  },
  {
    id: 'simple-acceptance',
    from: '2026-04-29',
    due: '2026-05-07',
    arithmetic: 'Thu 30 April, Labour Day 1-5, Wed 6, Thu 7',
  },
  {
    id: 'simple-opinion',
    from: '2026-09-16',
    due: '2026-09-30',
    arithmetic: '17, 18, make-up Sun 20, 21, 22, 23, 24, Mid-autumn 25-27, 28, 29, 30',
  },
  {
    id: 'simple-opinion',
    from: '2027-02-01',
    due: '2027-02-19',
    arithmetic: '2, 3, 4, festival 5-8 and two days made up 9-10, 11, 12, 15, 16, 17, 18, 19',
    provisional: true,
  },
  {
    id: 'simple-forward',
    from: '2026-09-30',
    due: '2026-10-08',
    arithmetic: 'National Day 1-7, Thu 8',
  },
  {
    id: 'judicial-confirmation',
    from: '2026-04-01',
    due: '2026-05-06',
    arithmetic: '29 left in April + 1 = 1 May, Labour Day until 5, so Wed 6',
  },
  {
    id: 'hearing-notice',
    from: '2026-08-01',
    due: '2026-08-08',
    arithmetic: '1 + 7 = Sat 8 August, not moved: nobody has to act on it',
  },
  {
    id: 'reception-notice',
    from: '2026-09-24',
    due: '2026-10-01',
    arithmetic: '24 + 7 = Thu 1 October, not moved: nobody has to act on it',
  },
  {
    id: 'contest',
    from: '2026-12-17',
    due: '2027-01-04',
    arithmetic: '14 left in December + 1 = Fri 1 January 2027, then a weekend, so Mon 4',
    provisional: true,
  },
  {
    id: 'enquiry',
    from: '2026-01-01',
    due: '2026-01-06',
    arithmetic: 'New Year until Sat 3, make-up Sun 4, Mon 5, Tue 6',
  },
  {
    id: 'suggestion',
    from: '2026-12-01',
    due: '2027-02-01',
    arithmetic: '30 left in December + 30 = Sat 30 January 2027, so Mon 1 February',
    provisional: true,
  },
  {
    id: 'rating-window',
    from: '2026-05-10',
    due: '2026-06-09',
    arithmetic: '21 left in May + 9 = Tue 9 June',
  },
  {
    id: 'follow-up',
    from: '2026-05-20',
    due: '2026-06-22',
    arithmetic: '11 left in May + 19 = 19 June, Dragon Boat until Sun 21, so Mon 22',
  },
  {
    id: 'withdrawal-revocation',
    from: '2026-04-24',
    due: '2026-05-06',
    arithmetic: '6 left in April + 4 = 4 May, Labour Day until 5, so Wed 6',
  },
  {
    id: 'confirm-receipt',
    from: '2026-03-20',
    due: '2026-04-07',
    arithmetic: '11 left in March + 4 = Sat 4 April, Qingming until Mon 6, so Tue 7',
  },
  {
    id: 'supplement',
    from: '2026-07-10',
    due: '2026-07-27',
    arithmetic: '10 + 15 = Sat 25 July, so Mon 27',
  },
  {
    id: 'route',
    from: '2026-08-01',
    due: '2026-09-30',
    arithmetic: '30 left in August + 30 = Wed 30 September',
  },
  {
    id: 'execution',
    given: 45,
    from: '2026-03-01',
    due: '2026-04-15',
    arithmetic: '30 left in March + 15 = Wed 15 April',
  },
  {
    id: 'commitment',
    given: 20,
    from: '2026-03-02',
    due: '2026-03-23',
    arithmetic: '2 + 20 = Sun 22 March, so Mon 23',
  },
  {
    id: 'milestone',
    given: 14,
    from: '2026-03-02',
    due: '2026-03-16',
    arithmetic: '2 + 14 = Mon 16 March',
  },
  {
    id: 'supervision-answer',
    from: '2026-03-02',
    due: '2026-03-11',
    arithmetic: 'Tue 3 to Fri 6 are four, Mon 9 to Wed 11 three more',
  },
  {
    id: 'dispute-handling',
    from: '2026-03-02',
    due: '2026-03-17',
    arithmetic: '2 + 15 = Tue 17 March',
  },
  {
    id: 'dispute-receipt',
    from: '2026-03-05',
    due: '2026-03-09',
    arithmetic: '5 + 3 = Sun 8 March, so Mon 9',
  },
  {
    id: 'dispute-follow-up',
    from: '2026-03-02',
    due: '2026-04-01',
    arithmetic: '29 left in March + 1 = Wed 1 April',
  },
  {
    id: 'meeting',
    given: 10,
    from: '2026-03-02',
    due: '2026-03-12',
    arithmetic: '2 + 10 = Thu 12 March',
  },
  {
    id: 're-referral',
    from: '2026-09-28',
    due: '2026-10-10',
    arithmetic: 'Tue 29, Wed 30, National Day 1-7, Thu 8, Fri 9, make-up Sat 10',
  },
  {
    id: 'raise-decision',
    from: '2026-09-28',
    due: '2026-10-10',
    arithmetic: 'Tue 29, Wed 30, National Day 1-7, Thu 8, Fri 9, make-up Sat 10',
  },
  {
    id: 'adjudication',
    from: '2026-06-15',
    due: '2026-06-30',
    arithmetic: '15 + 15 = Tue 30 June',
  },
  {
    id: 'service',
    from: '2026-06-09',
    due: '2026-06-22',
    arithmetic: '9 + 10 = 19 June, Dragon Boat until Sun 21, so Mon 22',
  },
  {
    id: 'task',
    given: 3,
    from: '2026-08-03',
    due: '2026-08-06',
    arithmetic: '3 + 3 = Thu 6 August',
  },
  {
    id: 'redo',
    given: 15,
    from: '2026-08-17',
    due: '2026-09-01',
    arithmetic: '14 left in August + 1 = Tue 1 September',
  },
  {
    id: 'assignment',
    given: 20,
    from: '2026-01-20',
    due: '2026-02-09',
    arithmetic: '11 left in January + 9 = Mon 9 February',
  },
];

describe('P-9 every period of the rules', () => {
  it.each(ROWS)('P-9 $id from $from is due $due: $arithmetic', (row) => {
    const run = { startedAt: tenInTheMorning(row.from), pauses: [], extensions: [] };
    const rule = ruleOf(row.id, row.given);
    const due = {
      dueDate: row.due,
      dueAt:
        row.at === undefined
          ? startOfDay(localDate(row.due)).getTime() + 24 * 3_600_000
          : Date.parse(row.at),
      provisional: row.provisional ?? false,
    };
    expect(countPeriod(rule, run, calendar)).toMatchObject(due);
    expect(dueOf(rule, run, calendar)).toEqual(due);
  });

  it('P-9 no period is left out of the table', () => {
    expect(new Set(ROWS.map((row) => row.id))).toEqual(new Set(PERIOD_IDS));
  });

  it('P-9 only what was seen in the Regulation is a constant', () => {
    const constants = PERIOD_IDS.filter((id) => !getPeriod(id).configurable);
    for (const id of constants) {
      expect(getPeriod(id)).toMatchObject({
        certainty: 'seen',
        basis: { law: '信访工作条例', article: expect.stringMatching(/^\d+/) },
      });
    }
    expect(constants).toEqual([
      'triage',
      'direct-notice',
      'acceptance',
      'objection',
      'handling',
      'extension',
      'review-request',
      'review',
      're-examination-request',
      're-examination',
    ]);
  });

  it('P-9 an assigner never gives more than the handling period', () => {
    expect(ruleOf('assignment', 60).amount).toBe(60);
    expect(() => ruleOf('assignment', 61)).toThrow(RangeError);
    expect(() => ruleOf('assignment')).toThrow(RangeError);
    expect(() => ruleOf('triage', 10)).toThrow(RangeError);
  });
});

describe('P-9 local standards', () => {
  const basis = { law: '某局工作规程', lawEn: 'Working rule of a bureau', article: '3' };

  it.each([
    ['handling', 45, 'calendar-days', true],
    ['handling', 60, 'calendar-days', true],
    ['handling', 61, 'calendar-days', false],
    ['handling', 40, 'working-days', false],
    ['handling', 1440, 'hours', true],
    ['handling', 1441, 'hours', false],
    ['objection', 5, 'calendar-days', true],
    ['objection', 6, 'working-days', false],
    ['review-request', 29, 'calendar-days', false],
    ['review-request', 45, 'calendar-days', true],
    ['review-request', 30, 'working-days', true],
    ['review-request', 720, 'hours', false],
    // Not fixed by the Regulation: the office is free.
    ['contest', 20, 'calendar-days', true],
  ] as const)('P-9 %s in %i %s is allowed: %s', (id, amount, unit, allowed) => {
    const answer = localRuleOf(id, { amount, unit, basis });
    const value = { id, amount, unit, basis };
    expect(answer).toMatchObject(
      allowed ? { ok: true, value } : { ok: false, reason: 'less-strict' },
    );
  });

  it.each([0, -1, 1.5, Number.NaN, 3651])('P-9 %d is no period', (amount) => {
    const answer = localRuleOf('contest', { amount, unit: 'calendar-days', basis });
    expect(answer).toEqual({ ok: false, reason: 'not-a-period' });
  });
});
