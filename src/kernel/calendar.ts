import { addDays, isWeekend, type LocalDate, yearOf } from './local-date.ts';

/** The rest days and make-up working days that one yearly notice of the State Council orders. */
export interface YearCalendar {
  readonly year: number;
  /** Number of the notice, or the law by which the year is expected. */
  readonly source: string;
  /** False while the State Council has not arranged the year; what it counts is then provisional. */
  readonly published: boolean;
  /** Holidays, weekend days inside them included, with the holiday's name. */
  readonly restDays: ReadonlyMap<LocalDate, string>;
  /** Weekend days that are worked (调休), with the name of the holiday they make up for. */
  readonly makeUpDays: ReadonlyMap<LocalDate, string>;
}

/** A state of knowledge about working days. A new notice makes a new version, never a change. */
export interface Calendar {
  readonly version: string;
  readonly years: ReadonlyMap<number, YearCalendar>;
}

/** A year's notice as people write it down: blocks of days off, and the weekend days worked. */
export interface YearNotice {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly makeUpDays: readonly { readonly date: string; readonly name: string }[];
}

export interface DayKind {
  readonly kind: 'working' | 'weekend' | 'holiday' | 'make-up';
  /** Name of the holiday, in the notice's words. */
  readonly name?: string;
  /** A notice still to come may change what this day is. */
  readonly provisional: boolean;
}

/** The notice for a year also arranges days around New Year that lie in the December before. */
const NEW_YEAR_REACHES_BACK_TO = '-12-25';

/**
 * What a day is in China's public calendar.
 *
 * A year that the calendar does not hold at all has its weekends and no holidays, provisionally.
 *
 * Source: 全国年节及纪念日放假办法 (State Council) and its yearly notices (节假日安排的通知).
 */
export function dayKind(calendar: Calendar, date: LocalDate): DayKind {
  const notices = noticesFor(calendar, date);
  const provisional = notices.some((notice) => notice?.published !== true);
  for (const notice of notices) {
    const makesUpFor = notice?.makeUpDays.get(date);
    if (makesUpFor !== undefined) return { kind: 'make-up', name: makesUpFor, provisional };
    const holiday = notice?.restDays.get(date);
    if (holiday !== undefined) return { kind: 'holiday', name: holiday, provisional };
  }
  return { kind: isWeekend(date) ? 'weekend' : 'working', provisional };
}

function noticesFor(calendar: Calendar, date: LocalDate): readonly (YearCalendar | undefined)[] {
  const year = yearOf(date);
  const own = calendar.years.get(year);
  return date.slice(4) >= NEW_YEAR_REACHES_BACK_TO ? [calendar.years.get(year + 1), own] : [own];
}

/** Whether offices work on a day: neither a weekend nor a holiday, or a make-up day. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  const { kind } = dayKind(calendar, date);
  return kind === 'working' || kind === 'make-up';
}

/**
 * The first working day from a day on, the day itself included.
 *
 * @param calendar decides; the answer may lie in a provisional year
 */
export function workingDayFrom(calendar: Calendar, date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/**
 * A new version of the calendar in which one year is replaced, as when its notice is imported.
 *
 * @param version name of the new version; must differ from the old one
 * @throws RangeError when the version is not new: counted days must stay replayable
 */
export function withYear(calendar: Calendar, year: YearCalendar, version: string): Calendar {
  if (version === calendar.version) throw new RangeError(`calendar version ${version} exists`);
  return { version, years: new Map([...calendar.years, [year.year, year]]) };
}
