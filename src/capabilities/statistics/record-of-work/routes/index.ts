import { z } from 'zod';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import { renderPaper } from '../../../papers/index.ts';
import type { StatisticsDeps } from '../../commands/deps.ts';
import { organisationOf } from '../../queries/table.ts';
import { leaderLineSchema, recordOfWorkSchema, recordQuerySchema } from '../contract.ts';
import { recordPaperOf } from '../paper.ts';
import { listLeaders, readRecord } from '../queries/record.ts';

const tag = 'statistics';
const params = z.object({ userId: z.string().max(100) });
const refusals = ['not-permitted', 'table-period', 'table-too-large'] as const;

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export interface RecordRoutesOptions {
  readonly deps: StatisticsDeps;
  /** Folder with the office's own fonts. */
  readonly officeFonts: string | undefined;
  readonly now?: () => number;
}

/** Leaders' records of petition work (S-7); register it with the prefix `/api/v1`. */
export const recordRoutes = async (
  app: HttpServer,
  { deps, officeFonts, now = Date.now }: RecordRoutesOptions,
): Promise<void> => {
  app.get(
    '/statistics/leaders',
    {
      schema: operation(
        {
          tag,
          operationId: 'listLeaders',
          summary: 'Leaders whose record of petition work I may open',
          request: { as: 'officehead' },
          refusals: ['not-permitted'],
        },
        { response: { 200: z.object({ items: z.array(leaderLineSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const leaders = await listLeaders(deps, staff.value);
      return leaders.ok ? { items: [...leaders.value] } : sendRefusal(reply, leaders.refusal);
    },
  );
  app.get(
    '/statistics/leaders/:userId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getRecordOfWork',
          summary: 'A leader’s record of petition work, each figure with its formula',
          request: {
            as: 'officehead',
            params: { userId: named('user', 'leader') },
            query: { preset: 'year' },
          },
          refusals: [...refusals],
        },
        { params, querystring: recordQuerySchema, response: { 200: recordOfWorkSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { userId } = request.params;
      const record = await readRecord(deps, staff.value, userId, request.query, now());
      return record.ok ? record.value : sendRefusal(reply, record.refusal);
    },
  );
  for (const format of ['pdf', 'docx'] as const) {
    app.get(
      `/statistics/leaders/:userId/record.${format}`,
      {
        schema: operation(
          {
            tag,
            operationId: format === 'pdf' ? 'getRecordOfWorkPdf' : 'getRecordOfWorkDocx',
            summary: `A leader’s record of petition work as ${format.toUpperCase()}`,
            request: {
              as: 'officehead',
              params: { userId: named('user', 'leader') },
              query: { preset: 'year' },
            },
            refusals: [...refusals],
            files: [mediaTypes[format]],
          },
          { params, querystring: recordQuerySchema },
        ),
      },
      async (request, reply) => {
        const staff = requireStaff(request);
        if (!staff.ok) return sendRefusal(reply, staff.refusal);
        const at = now();
        const { userId } = request.params;
        const record = await readRecord(deps, staff.value, userId, request.query, at);
        if (!record.ok) return sendRefusal(reply, record.refusal);
        const organisation = await organisationOf(deps);
        const issuer = organisation.find(staff.value.unitId)?.name ?? record.value.leader.unit.name;
        const document = recordPaperOf(record.value, issuer, localDateOf(at));
        const { bytes } = await renderPaper(document, format, officeFonts);
        const name = encodeURIComponent(`${document.title}.${format}`);
        return reply
          .type(mediaTypes[format])
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
          .send(Buffer.from(bytes));
      },
    );
  }
};
