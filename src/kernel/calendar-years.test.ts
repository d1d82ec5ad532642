import { describe, expect, it } from 'vitest';
import {
  builtInCalendar,
  calendarFromRows,
  calendarToRows,
  parseYearCalendar,
} from './calendar-years.ts';
import type { YearNotice } from './calendar.ts';

/** A notice as the State Council might publish it; made up for these tests. */
const notice2027: YearNotice = {
  year: 2027,
  source: '国办发明电〔2026〕测试号',
  holidays: [
    { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: [
    { date: '2026-12-27', name: '元旦' },
    { date: '2027-02-20', name: '春节' },
    { date: '2027-10-09', name: '国庆节' },
  ],
};

describe('P-9 the yearly notice is imported', () => {
  it('P-9 a whole notice becomes a published year', () => {
    const parsed = parseYearCalendar(structuredClone(notice2027));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.value).toMatchObject({ year: 2027, published: true, source: notice2027.source });
    expect(parsed.value.restDays.size).toBe(3 + 7 + 3 + 5 + 1 + 1 + 7);
    expect([...parsed.value.makeUpDays.keys()]).toEqual(['2026-12-27', '2027-02-20', '2027-10-09']);
  });

  const holidaysWithout = (name: string) =>
    notice2027.holidays.filter((block) => block.name !== name);

  it.each([
    ['no object', null, [{ code: 'shape', path: '' }]],
    [
      'a wrong day',
      { ...notice2027, makeUpDays: [{ date: '2027-02-30', name: '春节' }] },
      [{ code: 'shape', path: 'makeUpDays.0.date' }],
    ],
    ['no source', { ...notice2027, source: ' ' }, [{ code: 'shape', path: 'source' }]],
    [
      'a block turned round',
      { ...notice2027, holidays: [{ name: '元旦', from: '2027-01-02', to: '2027-01-01' }] },
      [{ code: 'empty-block', date: '2027-01-02' }],
    ],
    [
      'a block of a year',
      { ...notice2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-12-31' }] },
      [{ code: 'block-too-long', date: '2027-01-01' }],
    ],
    [
      'another year',
      { ...notice2027, makeUpDays: [{ date: '2028-02-19', name: '春节' }] },
      [{ code: 'outside-year', date: '2028-02-19' }],
    ],
    [
      'early December',
      { ...notice2027, makeUpDays: [{ date: '2026-12-20', name: '元旦' }] },
      [{ code: 'outside-year', date: '2026-12-20' }],
    ],
    [
      'a make-up Monday',
      { ...notice2027, makeUpDays: [{ date: '2027-02-22', name: '春节' }] },
      [{ code: 'make-up-on-weekday', date: '2027-02-22' }],
    ],
    [
      'a day off that is worked',
      { ...notice2027, makeUpDays: [{ date: '2027-02-07', name: '春节' }] },
      [{ code: 'both-rest-and-work', date: '2027-02-07' }],
    ],
    [
      'no Dragon Boat day',
      { ...notice2027, holidays: holidaysWithout('端午节') },
      [{ code: 'statutory-day-missing', date: '2027-06-09' }],
    ],
  ])('P-9 a notice with %s is refused with every problem named', (_, json, problems) => {
    expect(parseYearCalendar(json)).toEqual({ ok: false, problems });
  });
});

describe('P-9 the calendar is kept as versioned rows', () => {
  it('P-9 goes to rows and back unchanged', () => {
    const calendar = builtInCalendar();
    const rows = calendarToRows(calendar);
    expect(new Set(rows.map((row) => row.year))).toEqual(
      new Set([2020, 2021, 2022, 2023, 2024, 2025, 2026]),
    );
    expect(calendarFromRows(rows.toReversed())).toEqual(calendar);
  });

  it('P-9 rows of two versions are never mixed', () => {
    const rows = calendarToRows(builtInCalendar());
    const [first] = rows;
    if (first === undefined) throw new Error('no rows');
    expect(() => calendarFromRows([...rows, { ...first, version: 'other' }])).toThrow(RangeError);
    expect(() => calendarFromRows([])).toThrow(RangeError);
  });
});
