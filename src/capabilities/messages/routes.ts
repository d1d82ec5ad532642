import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorId, type StaffActor } from '../../kernel/actor.ts';
import { isGranted } from '../../kernel/permissions.ts';
import type { Database, DatabaseScope } from '../../platform/database/index.ts';
import {
  named,
  operation,
  RefusalThrown,
  sendRefusal,
  type HttpServer,
} from '../../platform/http/index.ts';
import { resendMessage } from './commands.ts';
import { inboxQuerySchema, inboxSchema, outboxPageSchema, outboxQuerySchema } from './contract.ts';
import { readInbox, readOutbox } from './queries.ts';

export type MessagesRoutesOptions = {
  readonly db: Database;
  /** Who is signed in; null when nobody is. */
  readonly actorOf: (request: FastifyRequest) => Promise<StaffActor | null>;
};

const itemId = z
  .string()
  .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/)
  .meta({ description: 'The id of a line of the outbox' });

const scopeFor =
  (actorOf: MessagesRoutesOptions['actorOf']) =>
  async (request: FastifyRequest): Promise<DatabaseScope> => {
    const actor = await actorOf(request);
    if (actor === null) throw new RefusalThrown({ code: 'not-signed-in', params: {} });
    if (!isGranted(actor.roles, 'outbox.read', new Set(['unit'])))
      throw new RefusalThrown({ code: 'not-permitted', params: {} });
    return { actor: actorId(actor), units: [actor.unitId], roles: actor.roles };
  };

/** The outbox page: what was sent, what waits, what was given up, and sending again. */
export const messagesRoutes = ({ db, actorOf }: MessagesRoutesOptions) => {
  const scopeOf = scopeFor(actorOf);
  return async (app: HttpServer): Promise<void> => {
    app.get(
      '/api/v1/outbox',
      {
        schema: operation(
          {
            tag: 'messages',
            operationId: 'listOutbox',
            summary: 'Messages of my unit, newest first; with status=dead the dead letters',
            // Those that may be sent again: the newest of all may still wait for its first try.
            request: { as: 'officehead', query: { status: 'held', limit: 20 } },
            links: { resendMessage: { id: '$response.body#/items/0/id' } },
          },
          { querystring: outboxQuerySchema, response: { 200: outboxPageSchema } },
        ),
      },
      async (request) => {
        const scope = await scopeOf(request);
        return db.withActor(scope, 'read', (tx) =>
          readOutbox(tx, scope.units[0] ?? '', request.query),
        );
      },
    );

    app.get(
      '/api/v1/inbox',
      {
        schema: operation(
          {
            tag: 'messages',
            operationId: 'listInbox',
            summary: 'What the program told my unit or me, newest first',
            request: { as: 'officer1', query: { limit: 20 } },
          },
          { querystring: inboxQuerySchema, response: { 200: inboxSchema } },
        ),
      },
      async (request) => {
        const actor = await actorOf(request);
        if (actor === null) throw new RefusalThrown({ code: 'not-signed-in', params: {} });
        const { unitId, userId, roles } = actor;
        const items = await db.withActor(
          { actor: actorId(actor), units: [unitId], roles },
          'read',
          (tx) => readInbox(tx, { unitId, userId }, request.query.limit),
        );
        return { items: [...items] };
      },
    );

    app.post(
      '/api/v1/outbox/:id/resend',
      {
        schema: operation(
          {
            tag: 'messages',
            operationId: 'resendMessage',
            summary: 'Send a message again that is held, failed or given up',
            request: { as: 'officehead', params: { id: named('answer', 'listOutbox') } },
          },
          {
            params: z.object({ id: itemId }),
            response: { 200: z.object({ status: z.literal('queued') }) },
          },
        ),
      },
      async (request, reply) => {
        const scope = await scopeOf(request);
        const result = await db.withActor(scope, 'write', (tx) =>
          resendMessage(tx, request.params.id),
        );
        return result.ok ? { status: 'queued' as const } : sendRefusal(reply, result.refusal);
      },
    );
  };
};
