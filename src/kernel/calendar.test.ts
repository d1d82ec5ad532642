import * as chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from './calendar-years.ts';
import { dayKind, isWorkingDay, withYear, workingDayFrom } from './calendar.ts';
import { eachDay, localDate } from './local-date.ts';
import { LAST_LUNAR_YEAR, provisionalYear, statutoryDays } from './statutory-holidays.ts';

const calendar = builtInCalendar();
const kindOf = (date: string) => dayKind(calendar, localDate(date));

describe('P-9 the calendar of working days', () => {
  it('P-9 agrees day by day with chinese-days from 2020 to 2026', () => {
    for (const date of eachDay(localDate('2020-01-01'), localDate('2026-12-31'))) {
      const { kind } = dayKind(calendar, date);
      const theirs = chineseDays.isWorkday(date);
      expect(`${date} ${kind === 'working' || kind === 'make-up'}`).toBe(`${date} ${theirs}`);
      // Detail of a holiday or make-up day reads "English,Chinese,days".
      const named = chineseDays.getDayDetail(date).name.includes(',');
      expect(`${date} ${kind === 'holiday' || kind === 'make-up'}`).toBe(`${date} ${named}`);
    }
  });

  it.each([
    ['2026-02-14', 'make-up', '春节'],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-02-24', 'working', undefined],
    ['2026-02-28', 'make-up', '春节'],
    ['2026-03-01', 'weekend', undefined],
    ['2026-09-20', 'make-up', '国庆节'],
    ['2026-10-07', 'holiday', '国庆节'],
    ['2026-10-10', 'make-up', '国庆节'],
    ['2026-10-11', 'weekend', undefined],
    // Saturday before New Year 2023, arranged by the notice for 2023.
    ['2022-12-31', 'holiday', '元旦'],
  ])('P-9 %s is %s', (date, kind, name) => {
    expect(kindOf(date)).toEqual({
      kind,
      ...(name === undefined ? {} : { name }),
      provisional: false,
    });
  });

  it.each([
    ['2027-01-01', 'holiday', '元旦'],
    ['2027-02-05', 'holiday', '春节'],
    // 6 and 7 February are a weekend, so two working days follow the four days.
    ['2027-02-10', 'holiday', '春节（补假）'],
    ['2027-02-11', 'working', undefined],
    ['2027-05-04', 'holiday', '劳动节（补假）'],
    ['2027-05-05', 'working', undefined],
    ['2027-10-05', 'holiday', '国庆节（补假）'],
    ['2027-10-09', 'weekend', undefined],
    // Mid-autumn and National Day together: 1 October is a Sunday, 3 October counts twice.
    ['2028-10-03', 'holiday', '中秋节、国庆节'],
    ['2028-10-05', 'holiday', '国庆节（补假）'],
    ['2028-10-06', 'working', undefined],
    // Beyond all knowledge: weekends only.
    ['2090-10-02', 'working', undefined],
  ])('P-9 %s, in a year not yet published, is provisionally %s', (date, kind, name) => {
    expect(kindOf(date)).toEqual({
      kind,
      ...(name === undefined ? {} : { name }),
      provisional: true,
    });
  });

  it('P-9 the last week of December waits for the next notice', () => {
    expect(kindOf('2026-12-24').provisional).toBe(false);
    expect(kindOf('2026-12-25').provisional).toBe(true);
    expect(kindOf('2025-12-31').provisional).toBe(false);
    const published = { ...provisionalYear(2027), published: true };
    const next = withYear(calendar, published, '2027-1');
    expect(dayKind(next, localDate('2026-12-31')).provisional).toBe(false);
    expect(dayKind(next, localDate('2027-06-01')).provisional).toBe(false);
    expect(kindOf('2027-06-01').provisional).toBe(true);
  });

  it('P-9 a version is never changed, only followed', () => {
    expect(() => withYear(calendar, provisionalYear(2027), calendar.version)).toThrow(RangeError);
  });

  it('P-9 the next working day skips a whole festival', () => {
    expect(workingDayFrom(calendar, localDate('2026-02-15'))).toBe('2026-02-24');
    expect(workingDayFrom(calendar, localDate('2026-02-14'))).toBe('2026-02-14');
    expect(isWorkingDay(calendar, localDate('2026-10-10'))).toBe(true);
  });
});

const named = (year: number, name: string): string[] =>
  statutoryDays(year)
    .filter((day) => day.name === name)
    .map((day) => day.date);

const lunar = (date: string | undefined) => {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date ?? '');
  return `${lunarMon}-${lunarDay}${isLeap ? ' leap' : ''}`;
};

describe('P-9 the holidays that the law fixes', () => {
  it('P-9 there are thirteen a year since 2025', () => {
    for (let year = 2025; year <= LAST_LUNAR_YEAR; year += 1) {
      expect(`${year} ${statutoryDays(year).length}`).toBe(`${year} 13`);
    }
    expect(statutoryDays(2024)).toEqual([]);
  });

  it('P-9 the notices of 2025 and 2026 contain every one of them', () => {
    for (const year of [2025, 2026]) {
      for (const { date } of statutoryDays(year)) {
        expect(`${date} ${kindOf(date).kind}`).toBe(`${date} holiday`);
      }
    }
  });

  it('P-9 lunar days agree with chinese-days', () => {
    for (let year = 2025; year <= LAST_LUNAR_YEAR; year += 1) {
      expect(lunar(named(year, '春节')[1])).toBe('1-1');
      expect(lunar(named(year, '端午节')[0])).toBe('5-5');
      expect(lunar(named(year, '中秋节')[0])).toBe('8-15');
      expect(named(year, '清明节')[0]).toBe(
        chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
      );
    }
  });

  it('P-9 lunar days agree with ICU, but for two new moons minutes from midnight', () => {
    // ICU approximates the moon; by Meeus' series (Astronomical Algorithms, ch. 49) these new
    // moons fall at 23:56 on 6 February 2027 and at 00:07 on 3 February 2030 in Beijing.
    const icuIsWrong = new Set(['2027-02-06', '2030-02-03']);
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    for (let year = 2025; year <= LAST_LUNAR_YEAR; year += 1) {
      const expected = [
        [named(year, '春节')[1], '1/1'],
        [named(year, '端午节')[0], '5/5'],
        [named(year, '中秋节')[0], '8/15'],
      ] as const;
      for (const [date = '', monthAndDay] of expected) {
        if (icuIsWrong.has(date)) continue;
        expect(`${date} ${chinese.format(Date.parse(date))}`).toBe(`${date} ${monthAndDay}`);
      }
    }
  });
});
