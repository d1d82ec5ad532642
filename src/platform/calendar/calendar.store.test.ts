import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { dayKind } from '../../kernel/calendar.ts';
import { builtInCalendar } from '../../kernel/calendar-years.ts';
import { localDate } from '../../kernel/local-date.ts';
import { PUBLISHED_YEARS } from '../../kernel/published-years.ts';
import { buildHttp, type HttpServer } from '../http/index.ts';
import {
  calendarProvider,
  calendarRoutes,
  importYear,
  listVersions,
  loadCalendars,
  seedCalendar,
  type CalendarProvider,
} from './index.ts';
import { insertCalendar } from './store.ts';

const system = { kind: 'system', name: 'test' } as const;
const scope = { actor: 'system:test', units: [], roles: ['system'] };
const notice = {
  year: 2027,
  source: '国办发明电〔2026〕8号',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-07', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-17' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: [{ date: '2027-05-08', name: '劳动节' }],
};

let database: TestDatabase;
let calendars: CalendarProvider;
const onNew = vi.fn(async () => undefined);

beforeAll(async () => {
  database = await createTestDatabase();
  await seedCalendar(database.db);
  calendars = await calendarProvider(database.db, undefined, 500);
});
afterAll(async () => {
  calendars.stop();
  await database.drop();
});

const versions = () => database.db.withActor(scope, 'read', listVersions);
const firstOfMay = localDate('2027-05-08');

describe('the calendar in the database', () => {
  test('P-9 holds what the program brings, once, day for day', async () => {
    await Promise.all([seedCalendar(database.db), seedCalendar(database.db)]);
    expect((await versions()).map(({ version }) => version)).toEqual([builtInCalendar().version]);
    expect(calendars.calendar().years.get(2026)).toEqual(builtInCalendar().years.get(2026));
    expect(calendars.calendar()).toEqual(builtInCalendar());
  });

  test('P-9 a wrong notice is refused with the day at fault, and nothing changes', async () => {
    const make = { ...notice, makeUpDays: [{ date: '2027-05-10', name: '劳动节' }] };
    expect(await importYear(database.db, make, system, onNew)).toMatchObject({
      ok: false,
      refusal: { code: 'calendar-make-up-on-weekday', params: { date: '2027-05-10' } },
    });
    expect(await importYear(database.db, { year: '二〇二七' }, system, onNew)).toMatchObject({
      ok: false,
      refusal: { code: 'calendar-shape' },
    });
    expect(onNew).not.toHaveBeenCalled();
    expect(await versions()).toHaveLength(1);
  });

  test('P-9 a new notice is a new version; the older one still counts as it did', async () => {
    const before = calendars.calendar();
    expect(dayKind(before, firstOfMay).kind).toBe('weekend');
    const answer = await importYear(database.db, notice, system, onNew);
    expect(answer).toEqual({ ok: true, value: { version: '2027-2', isNew: true } });
    expect(onNew).toHaveBeenCalledExactlyOnceWith(expect.anything(), '2027-2');
    await vi.waitFor(() => calendars.calendar('2027-2'), 2_000);
    // Nobody counts by it before every process has had the time to learn of it.
    expect(calendars.calendar()).toBe(before);
    await calendars.inForce('2027-2');
    expect(calendars.calendar().version).toBe('2027-2');
    await expect(calendars.inForce('2031-9')).rejects.toThrow('not known here');
    expect(dayKind(calendars.calendar(), firstOfMay)).toMatchObject({
      kind: 'make-up',
      provisional: false,
    });
    expect(calendars.calendar(before.version)).toEqual(before);
    expect(() => calendars.calendar('2031-9')).toThrow('not known here');
  });

  test('P-9 the same notice again makes no version and no recount', async () => {
    onNew.mockClear();
    const again = await importYear(database.db, notice, system, onNew);
    expect(again).toEqual({ ok: true, value: { version: '2027-2', isNew: false } });
    expect(onNew).not.toHaveBeenCalled();
  });

  test('X-6 a version whose recount cannot be enqueued does not exist', async () => {
    const later = { ...notice, source: '国办发明电〔2026〕9号' };
    const failing = importYear(database.db, later, system, async () => {
      throw new Error('no queue');
    });
    await expect(failing).rejects.toThrow('no queue');
    expect(await versions()).toHaveLength(2);
  });
});

describe('a newer release', () => {
  test('P-9 keeps the years that the office imported, over those that it brings', async () => {
    const older = await createTestDatabase();
    try {
      const base = { ...builtInCalendar(), version: 'built-in-2025' };
      const facts = { place: 1, year: null, source: '-', actor: 'system:calendar' };
      await older.db.withActor(scope, 'write', (tx) => insertCalendar(tx, base, facts));
      await importYear(older.db, notice, system);
      onNew.mockClear();
      await seedCalendar(older.db, onNew);
      const known = await older.db.withActor(scope, 'read', loadCalendars);
      expect([...(known?.byVersion.keys() ?? [])]).toHaveLength(4);
      expect(known?.byVersion.get(builtInCalendar().version)).toEqual(builtInCalendar());
      expect(known?.current.years.get(2027)).toMatchObject({ published: true });
      expect(onNew).toHaveBeenCalledExactlyOnceWith(expect.anything(), known?.current.version);
    } finally {
      await older.drop();
    }
  });
});

describe('over HTTP', () => {
  const staff: StaffActor = {
    kind: 'staff',
    userId: '018f0000-0000-7000-8000-000000000001',
    unitId: 'office',
    roles: ['case-officer'],
    readingUnits: ['office'],
  };
  let actor: StaffActor | null = null;
  let http: HttpServer;
  const year2026 = PUBLISHED_YEARS.find(({ year }) => year === 2026);
  const send = () =>
    http.inject({
      method: 'POST',
      url: '/api/v1/calendar/years',
      headers: { 'x-requested-with': 'huiyin' },
      payload: { ...year2026, source: '国办发明电〔2026〕10号' },
    });

  beforeAll(async () => {
    http = await buildHttp({ words: {} });
    await http.register(calendarRoutes({ db: database.db, actorOf: async () => actor, onNew }), {
      prefix: '/api/v1',
    });
  });
  afterAll(() => http.close());

  test('X-2 only who may import a calendar does so', async () => {
    expect((await send()).statusCode).toBe(401);
    actor = staff;
    expect((await send()).statusCode).toBe(403);
    actor = { ...staff, roles: ['administrator'] };
    const answer = await send();
    expect(answer.json()).toEqual({ version: '2026-3', isNew: true });
  });

  test('P-9 everybody at the office can read which years are arranged', async () => {
    actor = staff;
    const answer = await http.inject({ url: '/api/v1/calendar/years' });
    const { version, years } = answer.json<{
      version: string;
      years: { year: number; published: boolean }[];
    }>();
    expect(version).toBe('2026-3');
    const published = years.filter((year) => year.published).map(({ year }) => year);
    expect(published).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });
});
