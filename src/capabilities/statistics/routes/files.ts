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

const example = { measures: 'batches,timely-acceptance', rows: 'unit', preset: 'year' };
const refusals = [
  'not-permitted',
  'measure-unknown',
  'dimension-not-measured',
  'table-period',
  'table-too-large',
] as const;

const files = [
  {
    ending: 'xlsx',
    operationId: 'getStatisticsSheet',
    summary: 'A table of measures as XLSX',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    header: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxOf,
  },
  {
    ending: 'csv',
    operationId: 'getStatisticsCsv',
    summary: 'A table of measures as CSV',
    type: 'text/csv',
    header: 'text/csv; charset=utf-8',
    write: csvOf,
  },
] as const;

/** A table as a file: figures alone, so no second person has to allow it (L-4 is about people). */
export function fileRoutes(app: HttpServer, deps: StatisticsDeps, now: () => number): void {
  for (const { ending, operationId, summary, type, header, write } of files) {
    app.get(
      `/statistics/table.${ending}`,
      {
        schema: operation(
          {
            tag: 'statistics',
            operationId,
            summary,
            request: { as: 'officehead', query: example },
            refusals: [...refusals],
            files: [type],
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
          .type(header)
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="huiyin-statistics.${ending}"`)
          .send(write(table.value, languageOf(request)));
      },
    );
  }
}
