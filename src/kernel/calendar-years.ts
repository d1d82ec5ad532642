import { z } from 'zod';
import type { Calendar, YearCalendar, YearNotice } from './calendar.ts';
import {
  daysBetween,
  eachDay,
  isWeekend,
  type LocalDate,
  localDate,
  parseLocalDate,
  yearOf,
} from './local-date.ts';
import { PUBLISHED_YEARS } from './published-years.ts';
import { LAST_LUNAR_YEAR, provisionalYear, statutoryDays } from './statutory-holidays.ts';

/** One day of the calendar as the database holds it. Only published years are stored. */
export interface CalendarRow {
  readonly version: string;
  /** Year of the notice; its days around New Year may lie in the December before. */
  readonly year: number;
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'make-up';
  readonly name: string;
  readonly source: string;
}

export type YearCalendarProblem =
  | { readonly code: 'shape'; readonly path: string }
  | { readonly code: 'outside-year'; readonly date: string }
  | { readonly code: 'empty-block'; readonly date: string }
  | { readonly code: 'block-too-long'; readonly date: string }
  | { readonly code: 'make-up-on-weekday'; readonly date: string }
  | { readonly code: 'both-rest-and-work'; readonly date: string }
  | { readonly code: 'statutory-day-missing'; readonly date: string };

/** The longest block so far had ten days (Spring Festival 2020, lengthened). */
const LONGEST_BLOCK_DAYS = 16;
const FIRST_YEAR = 2020;

const day = z.string().refine((text) => parseLocalDate(text) !== undefined);
const words = z.string().trim().min(1).max(100);
const noticeSchema = z.strictObject({
  year: z.int().min(2000).max(2999),
  source: words,
  holidays: z
    .array(z.strictObject({ name: words, from: day, to: day }))
    .min(1)
    .max(40),
  makeUpDays: z.array(z.strictObject({ date: day, name: words })).max(40),
});

/**
 * The calendar the program brings: 2020 to 2026 as the State Council published them, and every
 * later year up to 2050 provisionally, by the law alone.
 */
export function builtInCalendar(): Calendar {
  return calendarOf('built-in-2026', PUBLISHED_YEARS.map(yearCalendarOf));
}

/**
 * Reads the notice of a year that an administrator imports.
 *
 * @param json the parsed content of the file, in the shape of {@link YearNotice}
 * @returns the published year; or every problem found: wrong shape, days outside the year (the
 * last week of the December before belongs to it), make-up days that are no weekend days, days
 * both off and worked, or a day off missing that the law fixes
 */
export function parseYearCalendar(
  json: unknown,
):
  | { readonly ok: true; readonly value: YearCalendar }
  | { readonly ok: false; readonly problems: readonly YearCalendarProblem[] } {
  const parsed = noticeSchema.safeParse(json);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join('.'));
    return { ok: false, problems: paths.map((path) => ({ code: 'shape', path })) };
  }
  const blocks = blockProblems(parsed.data);
  if (blocks.length > 0) return { ok: false, problems: blocks };
  const value = yearCalendarOf(parsed.data);
  const problems = dayProblems(value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function blockProblems(notice: YearNotice): YearCalendarProblem[] {
  return notice.holidays.flatMap(({ from, to }): YearCalendarProblem[] => {
    const length = daysBetween(localDate(from), localDate(to)) + 1;
    if (length < 1) return [{ code: 'empty-block', date: from }];
    return length > LONGEST_BLOCK_DAYS ? [{ code: 'block-too-long', date: from }] : [];
  });
}

function dayProblems(year: YearCalendar): YearCalendarProblem[] {
  const problems: YearCalendarProblem[] = [];
  for (const date of [...year.restDays.keys(), ...year.makeUpDays.keys()]) {
    const lastWeekBefore = date >= `${year.year - 1}-12-25` && yearOf(date) === year.year - 1;
    if (yearOf(date) !== year.year && !lastWeekBefore) {
      problems.push({ code: 'outside-year', date });
    }
  }
  for (const date of year.makeUpDays.keys()) {
    if (!isWeekend(date)) problems.push({ code: 'make-up-on-weekday', date });
    if (year.restDays.has(date)) problems.push({ code: 'both-rest-and-work', date });
  }
  for (const { date } of statutoryDays(year.year)) {
    if (!year.restDays.has(date)) problems.push({ code: 'statutory-day-missing', date });
  }
  return problems;
}

function yearCalendarOf(notice: YearNotice): YearCalendar {
  const restDays = new Map<LocalDate, string>();
  for (const { name, from, to } of notice.holidays) {
    for (const date of eachDay(localDate(from), localDate(to))) restDays.set(date, name);
  }
  const makeUpDays = new Map(
    notice.makeUpDays.map(({ date, name }) => [localDate(date), name] as const),
  );
  return { year: notice.year, source: notice.source, published: true, restDays, makeUpDays };
}

/**
 * The calendar of one version from its rows; years without rows are filled in provisionally.
 *
 * @param rows all rows of one version, in any order
 * @throws RangeError when there are none, or of more than one version
 */
export function calendarFromRows(rows: readonly CalendarRow[]): Calendar {
  const version = rows[0]?.version;
  if (version === undefined) throw new RangeError('a calendar needs rows');
  if (rows.some((row) => row.version !== version)) throw new RangeError('rows of two versions');
  const years = Map.groupBy(
    rows.toSorted((left, right) => (left.date < right.date ? -1 : 1)),
    (row) => row.year,
  );
  return calendarOf(
    version,
    [...years].map(([year, days]) => {
      const named = (kind: CalendarRow['kind']) =>
        new Map(days.filter((row) => row.kind === kind).map((row) => [row.date, row.name]));
      return {
        year,
        source: days[0]?.source ?? '',
        published: true,
        restDays: named('holiday'),
        makeUpDays: named('make-up'),
      };
    }),
  );
}

/** The rows of a calendar's published years, by year and day, to be stored under its version. */
export function calendarToRows(calendar: Calendar): CalendarRow[] {
  const published = [...calendar.years.values()].filter((year) => year.published);
  return published
    .toSorted((left, right) => left.year - right.year)
    .flatMap(({ year, source, restDays, makeUpDays }) => {
      const rowsOf = (kind: CalendarRow['kind'], days: ReadonlyMap<LocalDate, string>) =>
        [...days].map(([date, name]) => ({
          version: calendar.version,
          year,
          date,
          kind,
          name,
          source,
        }));
      return [...rowsOf('holiday', restDays), ...rowsOf('make-up', makeUpDays)].toSorted(
        (left, right) => (left.date < right.date ? -1 : 1),
      );
    });
}

function calendarOf(version: string, published: readonly YearCalendar[]): Calendar {
  const years = new Map(published.map((year) => [year.year, year]));
  for (let year = FIRST_YEAR; year <= LAST_LUNAR_YEAR; year += 1) {
    if (!years.has(year)) years.set(year, provisionalYear(year));
  }
  return { version, years };
}
