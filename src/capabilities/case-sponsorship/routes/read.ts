import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import {
  disposition,
  named,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { SponsorshipDeps } from '../commands/index.ts';
import { backlogQuerySchema } from '../contract.ts';
import { listBacklog, openBacklog, openBacklogFile } from '../queries/index.ts';
import { templateFile } from '../list-file.ts';
import { backlogPageSchema, backlogViewSchema } from '../view-schemas.ts';

export const tag = 'case-sponsorship';
const params = z.object({ id: z.uuid() });
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

/** What reads the backlog ledger, for staff. */
export function readRoutesOf(app: HttpServer, deps: SponsorshipDeps): void {
  app.get(
    '/backlog',
    {
      schema: operation(
        {
          tag,
          operationId: 'listBacklog',
          summary: 'The backlog ledger, newest first, with how far each batch is',
          request: { as: 'officer1', query: { status: 'open' } },
        },
        { querystring: backlogQuerySchema, response: { 200: backlogPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listBacklog(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/backlog/template.xlsx',
    {
      schema: operation(
        {
          tag,
          operationId: 'getBacklogTemplate',
          summary: 'An empty sheet for a superior’s list',
          request: { as: 'officer1' },
          files: [sheetType],
        },
        {},
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return reply
        .type(sheetType)
        .header('content-disposition', disposition('attachment', '积案交办表.xlsx'))
        .send(await templateFile());
    },
  );
  app.get(
    '/backlog/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getBacklogCase',
          summary: 'One backlog case: what was done, what the petitioner says, what was found',
          request: { as: 'housing', params: { id: named('backlog', 'read') } },
        },
        { params, response: { 200: backlogViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openBacklog(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/backlog/:id/files/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getBacklogEvidence',
          summary: 'A file that shows what was done',
          request: {
            as: 'housing',
            params: { id: named('backlog', 'closed'), fileId: named('backlog', 'file') },
          },
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: params.extend({ fileId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, fileId } = request.params;
      const opened = await openBacklogFile(deps, staff.value, id, fileId);
      return opened === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, opened);
    },
  );
}
