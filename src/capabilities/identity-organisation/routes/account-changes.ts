import type { FastifyRequest } from 'fastify';
import { actorId } from '../../../kernel/actor.ts';
import { recordSecurity, type HttpServer } from '../../../platform/http/index.ts';

/** What changes who can do what; each stands in the security log. */
const actions: Readonly<Record<string, string>> = {
  'POST /users': 'account-added',
  'PATCH /users/:userId': 'account-changed',
  'PUT /users/:userId/password': 'password-reset',
  'DELETE /users/:userId/totp': 'second-factor-removed',
  'POST /users/:userId/posts': 'post-given',
  'DELETE /users/:userId/posts': 'post-ended',
};

const actionOf = ({ method, routeOptions }: FastifyRequest): string | undefined =>
  actions[`${method} ${routeOptions.url?.replace(/^.*(?=\/users)/, '') ?? ''}`];

type Post = Readonly<Partial<Record<'unitId' | 'role', string>>>;

/** Whose account, and which post of it. */
function subjectOf({ params, body, query }: FastifyRequest): string {
  const { userId = 'new' } = params as { readonly userId?: string };
  const post = { ...(query as Post), ...(body as Post | undefined) };
  return [userId, post.unitId, post.role].filter((part) => typeof part === 'string').join(':');
}

/**
 * Records every change of accounts and posts: an administrator who takes a post, or lets himself in
 * by another's password, is seen by whoever keeps the log.
 */
export const recordAccountChanges = (app: HttpServer): void => {
  app.addHook('onSend', async (request, reply) => {
    const action = actionOf(request);
    if (action === undefined || request.actor === null || reply.statusCode >= 400) return;
    await recordSecurity(request, {
      action,
      actor: actorId(request.actor),
      unit: request.actor.unitId,
      outcome: 'done',
      subject: subjectOf(request),
    });
  });
};
