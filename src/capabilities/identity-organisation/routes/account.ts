import { z } from 'zod';
import {
  languageCookie,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import {
  beginSecondFactor,
  changePassword,
  chooseLanguage,
  confirmSecondFactor,
} from '../commands/account.ts';
import type { IdentityContext } from '../context.ts';
import { languageSchema } from '../contract.ts';
import { requireSession } from '../request.ts';
import { examplePassword } from './session.ts';

const tag = 'identity-organisation';
const code = z.string().max(40);

/** The own account: password, second factor, language. */
export const accountRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.put(
    '/password',
    {
      schema: operation(
        {
          tag,
          operationId: 'changePassword',
          summary: 'Change my password; all my other sessions end',
          request: {
            as: 'transport',
            body: { current: examplePassword, next: 'quiet river seven lamps' },
          },
        },
        {
          body: z.object({
            current: z.string().max(200),
            next: z.string().max(200),
            code: code.optional(),
          }),
          response: { 204: noContent },
        },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const changed = await changePassword(context, session.value, request.body);
      return changed.ok ? reply.code(204).send(null) : sendRefusal(reply, changed.refusal);
    },
  );

  app.post(
    '/totp',
    {
      schema: operation(
        {
          tag,
          operationId: 'beginSecondFactor',
          summary: 'Begin to enrol a second factor',
          request: { as: 'ecology' },
        },
        {
          response: {
            200: z.object({
              secret: z.string(),
              uri: z.string(),
              picture: z.string().meta({ description: 'QR code as a data URL' }),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const begun = await beginSecondFactor(context, session.value);
      if (!begun.ok) return sendRefusal(reply, begun.refusal);
      return reply.header('cache-control', 'no-store').send(begun.value);
    },
  );

  app.put(
    '/totp',
    {
      config: { rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: operation(
        {
          tag,
          operationId: 'confirmSecondFactor',
          summary: 'Confirm the second factor; answers recovery codes, this once',
          description: 'The code is what the app shows for the secret of `beginSecondFactor`.',
          request: { as: 'ecology', body: { code: '123456' } },
        },
        {
          body: z.object({ code }),
          response: { 200: z.object({ recoveryCodes: z.array(z.string()) }) },
        },
      ),
    },
    async (request, reply) => {
      const session = requireSession(request);
      if (!session.ok) return sendRefusal(reply, session.refusal);
      const confirmed = await confirmSecondFactor(context, session.value, request.body.code);
      if (!confirmed.ok) return sendRefusal(reply, confirmed.refusal);
      return reply
        .header('cache-control', 'no-store')
        .send({ recoveryCodes: [...confirmed.value] });
    },
  );

  app.put(
    '/language',
    {
      schema: operation(
        {
          tag,
          operationId: 'chooseLanguage',
          summary: 'Choose the language of the interface',
          access: 'anyone',
          example: { language: 'en' },
        },
        { body: z.object({ language: languageSchema }), response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const { language } = request.body;
      if (request.signedIn !== null) {
        await chooseLanguage(context, request.signedIn.userId, language);
      }
      void reply.setCookie(languageCookie, language, {
        path: '/',
        sameSite: 'lax',
        secure: reply.server.secureCookies,
        maxAge: 365 * 24 * 3600,
      });
      return reply.code(204).send(null);
    },
  );
};
