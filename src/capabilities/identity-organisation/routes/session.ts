import { z } from 'zod';
import {
  named,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import {
  chooseUnit,
  endSession,
  findSignedIn,
  listSessions,
  renewFreshness,
} from '../commands/sessions.ts';
import { signIn } from '../commands/sign-in.ts';
import type { IdentityContext } from '../context.ts';
import { sessionItemSchema, sessionViewSchema, signInSchema, unitIdSchema } from '../contract.ts';
import { getSessionView } from '../queries.ts';
import { recordRefusedSignIn, recordSignIn } from '../security-events.ts';
import { clearSessionCookie, requireSession, setSessionCookie } from '../request.ts';

const tag = 'identity-organisation';
/** Of everybody in the demo county. */
export const examplePassword = 'chengjiang-2207-lantern';

/** Sign-in, who am I, and one's own sessions. */
export const sessionRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.post(
    '/session',
    {
      // Beside the lock of each name: one address cannot try a password on many names.
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: operation(
        {
          tag,
          operationId: 'signIn',
          summary: 'Sign in with password and second factor; sets the session cookie',
          access: 'anyone',
          example: { userName: 'clerk', password: examplePassword },
          refusals: ['sign-in-wrong', 'account-locked', 'too-many-tries'],
        },
        { body: signInSchema, response: { 200: sessionViewSchema } },
      ),
    },
    async (request, reply) => {
      const signed = await signIn(context, request.body, request.headers['user-agent']);
      if (!signed.ok) {
        await recordRefusedSignIn(
          request,
          context.keys,
          signed.refusal.code,
          request.body.userName,
        );
        return sendRefusal(reply, signed.refusal);
      }
      const session = await findSignedIn(context, signed.value);
      if (session === null) return sendRefusal(reply, { code: 'not-signed-in', params: {} });
      await recordSignIn(request, session.userId);
      setSessionCookie(reply, signed.value);
      return reply.header('cache-control', 'no-store').send(await getSessionView(context, session));
    },
  );

  app.get(
    '/session',
    {
      schema: operation(
        { tag, operationId: 'getSession', summary: 'Who I am and what I may do' },
        { response: { 200: sessionViewSchema } },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const view = await getSessionView(context, session.value);
      return reply.header('cache-control', 'no-store').send(view);
    },
  );

  app.delete(
    '/session',
    {
      schema: operation(
        { tag, operationId: 'signOut', summary: 'Sign out' },
        { response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      clearSessionCookie(reply);
      const session = request.signedIn;
      if (session !== null) await endSession(context, session.userId, session.sessionId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/session/fresh',
    {
      schema: operation(
        {
          tag,
          operationId: 'renewSignIn',
          summary: 'Prove yourself again before a sensitive step',
          example: { password: examplePassword },
          refusals: ['sign-in-wrong', 'account-locked'],
        },
        {
          body: z.object({ password: z.string().max(200), code: z.string().max(40).optional() }),
          response: { 204: noContent },
        },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const renewed = await renewFreshness(context, session.value, request.body);
      return renewed.ok ? reply.code(204).send(null) : sendRefusal(reply, renewed.refusal);
    },
  );

  app.put(
    '/session/unit',
    {
      schema: operation(
        {
          tag,
          operationId: 'chooseUnit',
          summary: 'Act in another unit in which I hold a post',
          example: { unitId: 'county-office' },
        },
        { body: z.object({ unitId: unitIdSchema }), response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const chosen = await chooseUnit(context, session.value, request.body.unitId);
      return chosen.ok ? reply.code(204).send(null) : sendRefusal(reply, chosen.refusal);
    },
  );

  app.get(
    '/sessions',
    {
      schema: operation(
        {
          tag,
          operationId: 'listSessions',
          summary: 'Where I am signed in',
          links: { endSession: { sessionId: '$response.body#/sessions/0/sessionId' } },
        },
        { response: { 200: z.object({ sessions: z.array(sessionItemSchema) }) } },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const rows = await listSessions(context, session.value.userId);
      return {
        sessions: rows.map((row) => ({
          sessionId: row.sessionId,
          agent: row.agent,
          createdAt: row.createdAt.toISOString(),
          lastSeenAt: row.lastSeenAt.toISOString(),
          current: row.sessionId === session.value.sessionId,
        })),
      };
    },
  );

  app.delete(
    '/sessions/:sessionId',
    {
      schema: operation(
        {
          tag,
          operationId: 'endSession',
          summary: 'Sign out elsewhere',
          request: { as: 'officer1', params: { sessionId: named('answer', 'listSessions') } },
        },
        { params: z.object({ sessionId: z.uuid() }), response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const ended = await endSession(context, session.value.userId, request.params.sessionId);
      return ended.ok ? reply.code(204).send(null) : sendRefusal(reply, ended.refusal);
    },
  );
};
