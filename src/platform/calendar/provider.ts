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
  /** Looks at once whether there is a new version. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

const scope = { actor: 'system:calendar', units: [], roles: ['system'] };
const pause = 1_000;

/**
 * Reads the calendars and keeps them fresh: a new version is in force here within two seconds.
 * @param db seeded by `seedCalendar`
 * @param onError told when looking failed; what is known stays in use
 */
export async function calendarProvider(
  db: Database,
  onError: (error: unknown) => void = () => undefined,
): Promise<CalendarProvider> {
  const load = () =>
    db.withActor(scope, 'read', async (tx): Promise<Calendars> => {
      const loaded = await loadCalendars(tx);
      if (loaded === null) throw new Error('The database has no calendar yet');
      return loaded;
    });
  let known = await load();
  const refresh = async (): Promise<void> => {
    const place = await db.withActor(scope, 'read', newestPlace);
    if (place !== known.place) known = await load();
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
      if (version === undefined) return known.current;
      const found = known.byVersion.get(version);
      if (found === undefined) throw new RangeError(`calendar ${version} is not known here`);
      return found;
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
