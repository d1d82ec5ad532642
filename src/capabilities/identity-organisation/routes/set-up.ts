import { z } from 'zod';
import { operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { getInstallation, setUp } from '../commands/set-up.ts';
import type { IdentityContext } from '../context.ts';
import { setUpSchema, unitIdSchema } from '../contract.ts';

const tag = 'identity-organisation';

/** The first start of an installation. */
export const setUpRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.get(
    '/setup',
    {
      schema: operation(
        {
          tag,
          operationId: 'getInstallation',
          summary: 'Whether this installation is set up, and whether it is a demonstration',
          access: 'anyone',
        },
        { response: { 200: z.object({ setUp: z.boolean(), demo: z.boolean() }) } },
      ),
    },
    async () => getInstallation(context),
  );

  app.post(
    '/setup',
    {
      schema: operation(
        {
          tag,
          operationId: 'setUp',
          summary: 'Set up the own office; possible only while nobody has an account',
          access: 'anyone',
          example: {
            regions: [{ code: '430121', name: '长沙县', level: 'county' }],
            office: '长沙县信访局',
            administrator: {
              userName: 'admin',
              displayName: '管理员',
              password: 'quiet river seven lamps',
            },
          },
        },
        {
          body: setUpSchema,
          response: { 201: z.object({ unitId: unitIdSchema, userId: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const done = await setUp(context, request.body);
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
};
