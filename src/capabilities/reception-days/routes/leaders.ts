import { z } from 'zod';
import { localDate } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { changeLeader, listLeader, type ReceptionDeps } from '../commands/index.ts';
import { leaderSchema } from '../contract.ts';
import { listLeaders } from '../queries/index.ts';
import { leaderViewSchema } from '../view.ts';
import { leaderExample } from './examples.ts';
import { asSender } from '../../identity-organisation/index.ts';
import { tag } from './staff.ts';

const idSchema = z.object({ id: z.uuid() });
const refusals = [
  'unit-unknown',
  'region-unknown',
  'category-unknown',
  'reception-user-unknown',
  'member-dates',
  'idempotency-key-reused',
] as const;

/** Leaders who receive over HTTP. */
export function leaderRoutesOf(app: HttpServer, deps: ReceptionDeps): void {
  app.get(
    '/reception-leaders',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReceivingLeaders',
          summary: 'Leaders who receive, with portfolio and coverage',
          request: { query: { on: named('day', '0') } },
        },
        {
          querystring: z.object({ on: z.iso.date().optional() }),
          response: { 200: z.object({ items: z.array(leaderViewSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { on } = request.query;
      const items = await listLeaders(deps, staff.value, on === undefined ? on : localDate(on));
      return items === null
        ? sendRefusal(reply, refuse('not-permitted', { verb: 'reception.read' }).refusal)
        : { items: [...items] };
    },
  );
  app.post(
    '/reception-leaders',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReceivingLeader',
          summary: 'Put a leader on the list of those who receive',
          request: {
            as: 'officehead',
            headers: { 'idempotency-key': 'example-leader' },
            body: leaderExample,
          },
          refusals: [...refusals],
        },
        { body: leaderSchema, response: { 201: idSchema } },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        listLeader(deps, request.body, options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  app.put(
    '/reception-leaders/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeReceivingLeader',
          summary: 'Change what a leader is in charge of, answers for, and until when',
          request: {
            as: 'officehead',
            params: { id: named('leader', 'deputy-2') },
            headers: { 'idempotency-key': 'example-change-leader' },
            body: leaderExample,
          },
          refusals: [...refusals],
        },
        {
          params: idSchema,
          body: leaderSchema,
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        changeLeader(deps, request.params.id, request.body, options),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}
