import { actorId, type Actor } from '../../kernel/actor.ts';
import { withYear, type Calendar } from '../../kernel/calendar.ts';
import {
  builtInCalendar,
  calendarToRows,
  parseYearCalendar,
  type YearCalendarProblem,
} from '../../kernel/calendar-years.ts';
import { refuse, type Refusal, type RefusalCode, type Refused } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { onceMore, type Database, type DatabaseScope, type Tx } from '../database/index.ts';
import { insertCalendar, listVersions, loadCalendars } from './store.ts';

/** Told of a new version in force, in the transaction that made it: whoever counts, counts again. */
export type OnNewCalendar = (tx: Tx, version: string) => Promise<void>;

const scopeOf = (actor: string): DatabaseScope => ({ actor, units: [], roles: ['system'] });

const daysOf = (calendar: Calendar, year: number): string =>
  JSON.stringify(
    calendarToRows(calendar)
      .filter((row) => row.year === year)
      .map(({ date, kind, name, source }) => [date, kind, name, source]),
  );

/**
 * Takes the yearly notice of the State Council into the calendar, as a new version (P-9). The same
 * notice twice changes nothing.
 * @param json the parsed file, in the shape of the kernel's `YearNotice`
 * @param actor who imports it; may do so by the caller's check of `calendar.import`
 * @param onNew told of the new version in the same transaction, to enqueue the recount
 * @returns the version in force afterwards
 * Refusals: `calendar-shape`, `calendar-outside-year`, `calendar-empty-block`,
 * `calendar-block-too-long`, `calendar-make-up-on-weekday`, `calendar-both-rest-and-work`,
 * `calendar-statutory-day-missing`.
 */
export function importYear(
  db: Database,
  json: unknown,
  actor: Actor,
  onNew: OnNewCalendar = async () => undefined,
): Promise<Result<{ readonly version: string; readonly isNew: boolean }, Refusal>> {
  const parsed = parseYearCalendar(json);
  if (!parsed.ok) return Promise.resolve(problemOf(parsed.problems[0]));
  return onceMore(() =>
    db.withActor(scopeOf(actorId(actor)), 'write', async (tx) => {
      const { current, place } = await seeded(tx);
      const year = parsed.value;
      const next = withYear(current, year, `${year.year}-${place + 1}`);
      if (daysOf(next, year.year) === daysOf(current, year.year)) {
        return ok({ version: current.version, isNew: false });
      }
      await insertCalendar(tx, next, {
        place: place + 1,
        year: year.year,
        source: year.source,
        actor: actorId(actor),
      });
      await onNew(tx, next.version);
      return ok({ version: next.version, isNew: true });
    }),
  );
}

function problemOf(problem: YearCalendarProblem | undefined): Refused {
  if (problem === undefined || problem.code === 'shape') {
    return refuse('calendar-shape', { field: problem?.path || '-' }, problem?.path ?? '');
  }
  return refuse(refusalOf[problem.code], { date: problem.date });
}

const refusalOf = {
  'outside-year': 'calendar-outside-year',
  'empty-block': 'calendar-empty-block',
  'block-too-long': 'calendar-block-too-long',
  'make-up-on-weekday': 'calendar-make-up-on-weekday',
  'both-rest-and-work': 'calendar-both-rest-and-work',
  'statutory-day-missing': 'calendar-statutory-day-missing',
} as const satisfies Partial<Record<YearCalendarProblem['code'], RefusalCode>>;

/** The calendars of the database, with the one that the program brings when there is none. */
async function seeded(tx: Tx) {
  const known = await loadCalendars(tx);
  if (known !== null) return known;
  const current = builtInCalendar();
  await insertCalendar(tx, current, { place: 1, ...byProgram });
  return { current, place: 1, byVersion: new Map([[current.version, current]]) };
}

const byProgram = { year: null, source: '-', actor: 'system:calendar' };

/**
 * Makes sure that the database holds the calendar that this release brings. A newer release keeps
 * what the office imported: imported years stand over the built-in ones.
 * @param onNew told when another version than before is in force
 */
export function seedCalendar(
  db: Database,
  onNew: OnNewCalendar = async () => undefined,
): Promise<void> {
  return onceMore(() =>
    db.withActor(scopeOf('system:calendar'), 'write', async (tx) => {
      const { current, place, byVersion } = await seeded(tx);
      const builtIn = builtInCalendar();
      if (byVersion.has(builtIn.version)) return;
      await insertCalendar(tx, builtIn, { place: place + 1, ...byProgram });
      const imported = new Set((await listVersions(tx)).map(({ year }) => year));
      const kept = [...current.years.values()].filter(({ year }) => imported.has(year));
      const merged = kept.reduce(
        (calendar, year, index) =>
          withYear(calendar, year, `${builtIn.version}-${place + 2 + index}`),
        builtIn,
      );
      if (kept.length > 0) await insertCalendar(tx, merged, { place: place + 2, ...byProgram });
      await onNew(tx, merged.version);
    }),
  );
}
