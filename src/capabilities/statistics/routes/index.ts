import { z } from 'zod';
import {
  named,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { petitionLineSchema } from '../../petitions/index.ts';
import { listSavedTables, removeSavedTable, saveTable } from '../commands/saved-tables.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import {
  behindQuerySchema,
  measureSchema,
  newSavedTableSchema,
  openMonthSchema,
  savedTableSchema,
  tableQuerySchema,
  tableSchema,
} from '../contract.ts';
import { listBehind } from '../queries/behind.ts';
import { catalogueOf } from '../queries/catalogue.ts';
import { readOpenMonths } from '../queries/open-months.ts';
import { readerOf, readTable } from '../queries/table.ts';
import { fileRoutes } from './files.ts';

const tag = 'statistics';

const refusals = [
  'not-permitted',
  'measure-unknown',
  'dimension-not-measured',
  'table-period',
  'table-too-large',
] as const;

export interface StatisticsRoutesOptions {
  readonly deps: StatisticsDeps;
  readonly now?: () => number;
}

/** Measures, tables, the lists behind their numbers, kept tables; with the prefix `/api/v1`. */
export const statisticsRoutes = async (
  app: HttpServer,
  { deps, now = Date.now }: StatisticsRoutesOptions,
): Promise<void> => {
  tableRoutes(app, deps, now);
  savedTableRoutes(app, deps);
  fileRoutes(app, deps, now);
};

function tableRoutes(app: HttpServer, deps: StatisticsDeps, now: () => number): void {
  app.get(
    '/measures',
    {
      schema: operation(
        {
          tag,
          operationId: 'listMeasures',
          summary: 'What is measured, by which formula, from which source',
          request: { as: 'leader' },
        },
        { response: { 200: z.object({ items: z.array(measureSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...catalogueOf(deps)] };
    },
  );

  app.get(
    '/statistics/table',
    {
      schema: operation(
        {
          tag,
          operationId: 'readStatistics',
          summary: 'A table of measures within my jurisdiction, now or as of a past day',
          request: {
            as: 'officehead',
            query: {
              measures: 'batches,on-time-conclusion',
              rows: 'channel',
              preset: 'year',
              compare: 'yoy',
            },
          },
          refusals: [...refusals],
        },
        { querystring: tableQuerySchema, response: { 200: tableSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const table = await readTable(deps, staff.value, request.query, now());
      return table.ok ? reply.send(table.value) : sendRefusal(reply, table.refusal);
    },
  );

  app.get(
    '/statistics/open-months',
    {
      schema: operation(
        {
          tag,
          operationId: 'listOpenMonths',
          summary: 'What is published of my place, month by month, newest first',
          request: { as: 'leader', query: { limit: 2 } },
          refusals: ['not-permitted'],
        },
        {
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(24).default(12) }),
          response: { 200: z.object({ items: z.array(openMonthSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const reader = await readerOf(deps, staff.value);
      if (!reader.ok) return sendRefusal(reply, reader.refusal);
      const { organisation } = reader.value;
      const place = organisation.find(staff.value.unitId)?.regionCode ?? '';
      return { items: [...(await readOpenMonths(deps, place, request.query.limit))] };
    },
  );

  app.get(
    '/statistics/behind',
    {
      schema: operation(
        {
          tag,
          operationId: 'listBehindNumber',
          summary: 'The matters behind a number, of which I see those that I may open',
          request: {
            as: 'officehead',
            query: {
              measure: 'on-time-conclusion',
              part: 'denominator',
              rows: 'channel',
              row: 'web',
              preset: 'year',
              limit: 20,
            },
          },
          refusals: [...refusals, 'aggregate-too-small'],
        },
        {
          querystring: behindQuerySchema,
          response: {
            200: z
              .object({
                items: z.array(
                  z.object({
                    day: z.string(),
                    petition: petitionLineSchema.nullable(),
                    record: z.object({ kind: z.string(), id: z.uuid() }).nullable(),
                  }),
                ),
                next: z.string().nullable(),
              })
              .meta({ id: 'BehindNumber' }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const page = await listBehind(deps, staff.value, request.query, now());
      return page.ok ? reply.send(page.value as never) : sendRefusal(reply, page.refusal);
    },
  );
}

function savedTableRoutes(app: HttpServer, deps: StatisticsDeps): void {
  app.get(
    '/statistics/saved-tables',
    {
      schema: operation(
        { tag, operationId: 'listSavedTables', summary: 'Tables that I keep' },
        { response: { 200: z.object({ items: z.array(savedTableSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...(await listSavedTables(deps, staff.value))] };
    },
  );

  app.post(
    '/statistics/saved-tables',
    {
      schema: operation(
        {
          tag,
          operationId: 'saveTable',
          summary: 'Keep a table: what it asks, not its figures',
          example: {
            name: '各乡镇按期办结率',
            query: { measures: 'on-time-conclusion', rows: 'region', preset: 'year' },
          },
          links: { removeSavedTable: { id: '$response.body#/id' } },
          refusals: ['saved-table-limit'],
        },
        { body: newSavedTableSchema, response: { 201: savedTableSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const saved = await saveTable(deps, staff.value, request.body);
      return saved.ok ? reply.code(201).send(saved.value) : sendRefusal(reply, saved.refusal);
    },
  );

  app.delete(
    '/statistics/saved-tables/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'removeSavedTable',
          summary: 'Forget a table',
          request: { as: 'officer1', params: { id: named('answer', 'saveTable') } },
        },
        { params: z.object({ id: z.uuid() }), response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const removed = await removeSavedTable(deps, staff.value, request.params.id);
      return removed.ok ? reply.code(204).send(null) : sendRefusal(reply, removed.refusal);
    },
  );
}
