import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { DisputeDeps } from '../commands/index.ts';
import { listQuerySchema, settingsSchema } from '../contract.ts';
import { listDisputes, openDispute, openParties, openSettings } from '../queries/index.ts';
import { disputePageSchema, disputeViewSchema, plain, tag } from './schemas.ts';

const params = z.object({ id: z.uuid() });
const notFound = refuse('not-found').refusal;

/** What reads disputes; by place, kind and state, never by person. */
export function readRoutesOf(app: HttpServer, deps: DisputeDeps): void {
  app.get(
    '/disputes',
    {
      schema: operation(
        {
          tag,
          operationId: 'listDisputes',
          summary: 'Disputes along the line of my unit, or what waits there',
          request: { as: 'chengguan', query: { whose: 'line' } },
        },
        { querystring: listQuerySchema, response: { 200: disputePageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listDisputes(deps, staff.value, request.query, Date.now()));
    },
  );

  app.get(
    '/disputes/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getDispute',
          summary: 'One dispute; nobody is named in it',
          request: { as: 'grid1', params: { id: named('dispute', 'step') } },
        },
        { params, response: { 200: disputeViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openDispute(deps, staff.value, request.params.id, Date.now());
      return found === null ? sendRefusal(reply, notFound) : reply.send(plain(found));
    },
  );

  app.get(
    '/disputes/:id/parties',
    {
      schema: operation(
        {
          tag,
          operationId: 'getDisputeParties',
          summary: 'Who is concerned by one dispute; the look is recorded',
          request: { as: 'grid1', params: { id: named('dispute', 'step') } },
        },
        {
          params,
          response: {
            200: z.object({
              items: z.array(z.object({ name: z.string(), contact: z.string() })),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await openParties(deps, staff.value, request.params.id);
      void reply.header('cache-control', 'no-store');
      return items === null ? sendRefusal(reply, notFound) : reply.send(plain({ items }));
    },
  );

  app.get(
    '/dispute-settings',
    {
      schema: operation(
        {
          tag,
          operationId: 'getDisputeSettings',
          summary: 'Kinds, local limits and the checklist of the office of my place',
          request: { as: 'grid1' },
        },
        {
          response: {
            200: settingsSchema
              .omit({ expectedVersion: true })
              .extend({ version: z.int(), mayChange: z.boolean() }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await openSettings(deps, staff.value));
    },
  );
}
