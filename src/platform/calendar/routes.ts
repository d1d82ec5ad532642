import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StaffActor } from '../../kernel/actor.ts';
import { isGranted } from '../../kernel/permissions.ts';
import type { Database } from '../database/index.ts';
import { operation, RefusalThrown, sendRefusal, type HttpServer } from '../http/index.ts';
import { importYear, type OnNewCalendar } from './import.ts';
import { listVersions, loadCalendars } from './store.ts';

export interface CalendarRoutesOptions {
  readonly db: Database;
  /** Who is signed in; null when nobody is. */
  readonly actorOf: (request: FastifyRequest) => Promise<StaffActor | null>;
  /** Enqueues the recount, in the transaction of the import. */
  readonly onNew: OnNewCalendar;
}

const day = z.iso.date();
const yearsSchema = z.object({
  version: z.string().meta({ description: 'The calendar in force' }),
  years: z.array(
    z.object({
      year: z.int(),
      source: z.string(),
      published: z.boolean(),
      restDays: z.array(z.object({ date: day, name: z.string() })),
      makeUpDays: z.array(z.object({ date: day, name: z.string() })),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.string(),
      year: z.int().nullable(),
      source: z.string(),
      createdAt: z.int(),
    }),
  ),
});

const importedSchema = z.object({ version: z.string(), isNew: z.boolean() });

/** The shape is checked by the kernel, which names the day at fault. */
const noticeSchema = z.record(z.string(), z.unknown()).meta({
  description: 'Yearly notice: year, source, holidays (name, from, to), makeUpDays (date, name)',
});

const example = {
  year: 2027,
  source: '国办发明电〔2026〕0号',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: [],
};

const named = (days: ReadonlyMap<string, string>) =>
  [...days].map(([date, name]) => ({ date, name }));

const tag = 'calendar';

/** The calendar page: which years are arranged, and the import of the next one. */
export const calendarRoutes = ({ db, actorOf, onNew }: CalendarRoutesOptions) => {
  const staff = async (request: FastifyRequest): Promise<StaffActor> => {
    const actor = await actorOf(request);
    if (actor === null) throw new RefusalThrown({ code: 'not-signed-in', params: {} });
    return actor;
  };
  return async (app: HttpServer): Promise<void> => {
    app.get(
      '/calendar/years',
      {
        schema: operation(
          { tag, operationId: 'listCalendarYears', summary: 'Years of the calendar in force' },
          { response: { 200: yearsSchema } },
        ),
      },
      async (request) => {
        const { userId } = await staff(request);
        const scope = { actor: `staff:${userId}`, units: [], roles: [] };
        return db.withActor(scope, 'read', async (tx) => {
          const known = await loadCalendars(tx);
          const years = known === null ? [] : [...known.current.years.values()];
          return {
            version: known?.current.version ?? '',
            years: years
              .toSorted((left, right) => left.year - right.year)
              .map(({ year, source, published, restDays, makeUpDays }) => ({
                year,
                source,
                published,
                restDays: named(restDays),
                makeUpDays: named(makeUpDays),
              })),
            versions: (await listVersions(tx)).map(({ version, year, source, createdAt }) => ({
              version,
              year,
              source,
              createdAt: createdAt.getTime(),
            })),
          };
        });
      },
    );

    app.post(
      '/calendar/years',
      {
        schema: operation(
          {
            tag,
            operationId: 'importCalendarYear',
            summary: "Import a year's notice; open clocks are counted again",
            request: { as: 'admin', body: example },
          },
          { body: noticeSchema, response: { 200: importedSchema } },
        ),
      },
      async (request, reply) => {
        const actor = await staff(request);
        if (!isGranted(actor.roles, 'calendar.import', new Set(['unit']))) {
          return sendRefusal(reply, { code: 'not-permitted', params: { verb: 'calendar.import' } });
        }
        const answer = await importYear(db, request.body, actor, onNew);
        return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
      },
    );
  };
};
