import type { Calendar } from '../../kernel/calendar.ts';
import { calendarFromRows, calendarToRows, type CalendarRow } from '../../kernel/calendar-years.ts';
import { run, type Tx } from '../database/index.ts';

/** One state of knowledge, and how it came. */
export interface CalendarVersion {
  readonly version: string;
  /** Order in which the versions came; the highest is in force. */
  readonly place: number;
  /** Year whose notice made it; null for one that the program brought. */
  readonly year: number | null;
  readonly source: string;
  readonly actor: string;
  readonly createdAt: Date;
}

/** All versions, newest first. */
export const listVersions = (tx: Tx): Promise<readonly CalendarVersion[]> =>
  run<CalendarVersion>(tx, {
    name: 'calendar.versions',
    text: `SELECT version, place, year, source, actor, created_at AS "createdAt"
             FROM calendar_version ORDER BY place DESC`,
    values: [],
  });

/** Place of the version in force; 0 while there is none. */
export async function newestPlace(tx: Tx): Promise<number> {
  const rows = await run<{ place: number }>(tx, {
    name: 'calendar.newest-place',
    text: 'SELECT coalesce(max(place), 0) AS place FROM calendar_version',
    values: [],
  });
  return rows[0]?.place ?? 0;
}

/** Every version with its days, for a process's own memory. */
export interface Calendars {
  /** The calendar in force. */
  readonly current: Calendar;
  readonly place: number;
  readonly byVersion: ReadonlyMap<string, Calendar>;
}

/**
 * Reads all calendars.
 * @returns null while none was ever written (see `seedCalendar`)
 */
export async function loadCalendars(tx: Tx): Promise<Calendars | null> {
  const [newest] = await listVersions(tx);
  if (newest === undefined) return null;
  const rows = await run<CalendarRow>(tx, {
    name: 'calendar.days',
    text: `SELECT version, year, date::text AS date, kind, name, source FROM calendar_day`,
    values: [],
  });
  const byVersion = new Map(
    [...Map.groupBy(rows, (row) => row.version)].map(([version, days]) => [
      version,
      calendarFromRows(days),
    ]),
  );
  const current = byVersion.get(newest.version);
  if (current === undefined) throw new Error(`Calendar ${newest.version} has no days`);
  return { current, place: newest.place, byVersion };
}

/** Writes a version with its days; the next in order. */
export async function insertCalendar(
  tx: Tx,
  calendar: Calendar,
  facts: Pick<CalendarVersion, 'year' | 'source' | 'actor' | 'place'>,
): Promise<void> {
  await run(tx, {
    name: 'calendar.insert-version',
    text: `INSERT INTO calendar_version (version, place, year, source, actor, created_at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [calendar.version, facts.place, facts.year, facts.source, facts.actor, tx.openedAt],
  });
  const rows = calendarToRows(calendar);
  await run(tx, {
    name: 'calendar.insert-days',
    text: `INSERT INTO calendar_day (version, year, date, kind, name, source)
           SELECT $1, * FROM unnest($2::int[], $3::date[], $4::text[], $5::text[], $6::text[])`,
    values: [
      calendar.version,
      rows.map((row) => row.year),
      rows.map((row) => row.date),
      rows.map((row) => row.kind),
      rows.map((row) => row.name),
      rows.map((row) => row.source),
    ],
  });
}
