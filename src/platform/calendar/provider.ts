import { setTimeout as delay } from 'node:timers/promises';
import type { Calendar } from '../../kernel/calendar.ts';
import type { Database } from '../database/index.ts';
import { loadCalendars, newestPlace, type Calendars } from './store.ts';

/** The calendars in a process's memory. */
export interface CalendarProvider {
  /**
   * The calendar in force, or an older version by its name.
   * @throws RangeError for a version that this process does not know (yet)
   */
  readonly calendar: (version?: string) => Calendar;
  /**
   * Waits until a version, or a newer one, is in force in this process.
   * @param version as it was told, for instance in a job
   * @throws RangeError when the database has no such version
   */
  readonly inForce: (version: string) => Promise<void>;
  /** Looks at once whether there is a new version. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

const scope = { actor: 'system:calendar', units: [], roles: ['system'] };
const pause = 1_000;

const unknown = (version: string): RangeError =>
  new RangeError(`calendar ${version} is not known here`);

/**
 * A version is known in every process before any of them counts by it: each looks once a second,
 * and none uses what it has known for less than three. Otherwise one process would write a
 * petition that another cannot read yet.
 */
const usualSettling = 3_000;

/**
 * Reads the calendars and keeps them fresh: a new version is known here within two seconds and in
 * force within five.
 * @param db seeded by `seedCalendar`
 * @param onError told when looking failed; what is known stays in use
 * @param settling milliseconds from knowing a version to counting by it; three seconds unless told
 */
export async function calendarProvider(
  db: Database,
  onError: (error: unknown) => void = () => undefined,
  settling = usualSettling,
): Promise<CalendarProvider> {
  const load = () =>
    db.withActor(scope, 'read', async (tx): Promise<Calendars> => {
      const loaded = await loadCalendars(tx);
      if (loaded === null) throw new Error('The database has no calendar yet');
      return loaded;
    });
  let known = await load();
  let used = { calendar: known.current, place: known.place, until: Infinity };
  const refresh = async (): Promise<void> => {
    const place = await db.withActor(scope, 'read', newestPlace);
    if (place === known.place) return;
    const loaded = await load();
    if (loaded.place === known.place) return;
    used = { ...inUse(), until: performance.now() + settling };
    known = loaded;
  };
  const inUse = (): typeof used => {
    if (performance.now() >= used.until) {
      used = { calendar: known.current, place: known.place, until: Infinity };
    }
    return used;
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    refresh()
      .catch(onError)
      .finally(() => {
        looking = false;
      });
  }, pause);
  timer.unref();
  return {
    calendar: (version) => {
      if (version === undefined) return inUse().calendar;
      const found = known.byVersion.get(version);
      if (found === undefined) throw unknown(version);
      return found;
    },
    inForce: async (version) => {
      await refresh();
      if (!known.byVersion.has(version)) throw unknown(version);
      for (let at = inUse(); at.until !== Infinity; at = inUse()) {
        await delay(Math.max(1, at.until - performance.now()));
      }
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
