import { z } from 'zod';
import { operation, type HttpServer } from '../../../platform/http/index.ts';
import type { CommitmentDeps } from '../commands/index.ts';
import { listOfPublic } from '../queries/index.ts';
import { publicCommitmentSchema } from '../view-schemas.ts';
import { tag } from './write.ts';

/** What was promised to everybody, for other programs (W-3, W-4). */
export function publicRoutesOf(app: HttpServer, deps: CommitmentDeps): void {
  app.get(
    '/public/commitments',
    {
      schema: operation(
        {
          tag,
          operationId: 'listPublicCommitments',
          summary: 'Public promises, the latest date first; overdue ones are marked',
          access: 'anyone',
          request: { query: { limit: 20 } },
        },
        {
          querystring: z.object({
            after: z
              .string()
              .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/)
              .optional(),
            limit: z.coerce.number().int().min(1).max(100).default(50),
          }),
          response: {
            200: z.object({ items: z.array(publicCommitmentSchema), next: z.string().nullable() }),
          },
        },
      ),
    },
    async (request, reply) => {
      void reply.header('cache-control', 'public, max-age=60');
      return reply.send((await listOfPublic(deps, Date.now(), request.query)) as never);
    },
  );
}
