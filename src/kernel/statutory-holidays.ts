import type { YearCalendar } from './calendar.ts';
import { addDays, isWeekend, type LocalDate, localDate } from './local-date.ts';

/**
 * The holidays that the law itself fixes, for years that no notice has arranged yet:
 * 全国年节及纪念日放假办法, as revised in 2024, in force from 2025-01-01.
 */
const LAW = '全国年节及纪念日放假办法（2024年修订）';
const IN_FORCE_FROM = 2025;

/**
 * Days of the lunar calendar (GB/T 33661-2017): first day of the first month, Qingming, fifth of
 * the fifth month, fifteenth of the eighth. Copied so that counting needs no library at run time;
 * the tests compute each again by two others (chinese-days, and the calendar inside ICU).
 */
const LUNAR_DAYS: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
  2041: ['02-01', '04-04', '06-03', '09-10'],
  2042: ['01-22', '04-04', '06-22', '09-28'],
  2043: ['02-10', '04-05', '06-11', '09-17'],
  2044: ['01-30', '04-04', '05-31', '10-05'],
  2045: ['02-17', '04-04', '06-19', '09-25'],
  2046: ['02-06', '04-04', '06-08', '09-15'],
  2047: ['01-26', '04-05', '05-29', '10-04'],
  2048: ['02-14', '04-04', '06-15', '09-22'],
  2049: ['02-02', '04-04', '06-04', '09-11'],
  2050: ['01-23', '04-04', '06-23', '09-30'],
};

/** The last year for which the lunar holidays are known here; later ones have the solar ones. */
export const LAST_LUNAR_YEAR = 2050;

interface StatutoryDay {
  readonly date: LocalDate;
  readonly name: string;
}

const run = (name: string, first: LocalDate, days: number): StatutoryDay[] =>
  Array.from({ length: days }, (_, index) => ({ date: addDays(first, index), name }));

/**
 * The days off that the law fixes for everybody in one year, in the order of the year.
 *
 * @param year from 2025 on (before, other numbers of days applied: nothing is returned)
 */
export function statutoryDays(year: number): readonly StatutoryDay[] {
  if (year < IN_FORCE_FROM) return [];
  const lunar = LUNAR_DAYS[year];
  const inYear = (monthAndDay: string): LocalDate => localDate(`${year}-${monthAndDay}`);
  const days = [
    ...run('元旦', inYear('01-01'), 1),
    // New Year's Eve by the lunar calendar and the first three days of the first month.
    ...(lunar ? run('春节', addDays(inYear(lunar[0]), -1), 4) : []),
    ...(lunar ? run('清明节', inYear(lunar[1]), 1) : []),
    ...run('劳动节', inYear('05-01'), 2),
    ...(lunar ? run('端午节', inYear(lunar[2]), 1) : []),
    ...(lunar ? run('中秋节', inYear(lunar[3]), 1) : []),
    ...run('国庆节', inYear('10-01'), 3),
  ];
  return days.toSorted((left, right) => (left.date < right.date ? -1 : 1));
}

/**
 * A year as the law alone lets expect it: the statutory days, and for each that falls on a
 * weekend the next working day off (补假). Two that fall on one day count as two, as the notice
 * for 2020 did it. Whole weeks off and make-up days come only with the notice.
 */
export function provisionalYear(year: number): YearCalendar {
  const restDays = new Map<LocalDate, string>();
  const owed: StatutoryDay[] = [];
  for (const day of statutoryDays(year)) {
    const taken = restDays.get(day.date);
    restDays.set(day.date, taken === undefined ? day.name : `${taken}、${day.name}`);
    if (taken !== undefined || isWeekend(day.date)) owed.push(day);
  }
  for (const { date, name } of owed) {
    let off = date;
    while (isWeekend(off) || restDays.has(off)) off = addDays(off, 1);
    restDays.set(off, `${name}（补假）`);
  }
  return { year, source: LAW, published: false, restDays, makeUpDays: new Map() };
}
