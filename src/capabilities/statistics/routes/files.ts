import {
  languageOf,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import { tableQuerySchema } from '../contract.ts';
import { readTable } from '../queries/table.ts';
import { csvOf, xlsxOf } from '../table-file.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csv = 'text/csv; charset=utf-8';

const example = { measures: 'batches,timely-acceptance', rows: 'unit', preset: 'year' };
const refusals = [
  'not-permitted',
  'measure-unknown',
  'dimension-not-measured',
  'table-period',
  'table-too-large',
] as const;

/** A table as a file: figures alone, so no second person has to allow it (L-4 is about people). */
export function fileRoutes(app: HttpServer, deps: StatisticsDeps, now: () => number): void {
  app.get(
    '/statistics/table.xlsx',
    {
      schema: operation(
        {
          tag: 'statistics',
          operationId: 'getStatisticsSheet',
          summary: 'A table of measures as XLSX',
          request: { as: 'officehead', query: example },
          refusals: [...refusals],
          files: [xlsx],
        },
        { querystring: tableQuerySchema },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const table = await readTable(deps, staff.value, request.query, now());
      if (!table.ok) return sendRefusal(reply, table.refusal);
      return reply
        .type(xlsx)
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="huiyin-statistics.xlsx"')
        .send(xlsxOf(table.value, languageOf(request)));
    },
  );

  app.get(
    '/statistics/table.csv',
    {
      schema: operation(
        {
          tag: 'statistics',
          operationId: 'getStatisticsCsv',
          summary: 'A table of measures as CSV',
          request: { as: 'officehead', query: example },
          refusals: [...refusals],
          files: ['text/csv'],
        },
        { querystring: tableQuerySchema },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const table = await readTable(deps, staff.value, request.query, now());
      if (!table.ok) return sendRefusal(reply, table.refusal);
      return reply
        .type(csv)
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="huiyin-statistics.csv"')
        .send(csvOf(table.value, languageOf(request)));
    },
  );
}
