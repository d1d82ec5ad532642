import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { listDraws, openDraw } from '../queries/index.ts';
import { drawListSchema, drawSchema } from '../view.ts';
import { plain, tag } from '../../case-http.ts';

/** What everybody may read of draws (U-1). */
export function drawRoutesOf(app: HttpServer, deps: SupervisionDeps): void {
  app.get(
    '/public/draws',
    {
      schema: operation(
        {
          tag,
          operationId: 'listDraws',
          summary: 'Draws of inspections, newest first; open to everybody',
          request: {},
        },
        { response: { 200: drawListSchema } },
      ),
    },
    async () => plain(await listDraws(deps)),
  );
  app.get(
    '/public/draws/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getDraw',
          summary: 'The list, hash, seed and result of a draw, by which anybody can do it again',
          request: { params: { id: named('inspection', 'drawn') } },
        },
        { params: z.object({ id: z.uuid() }), response: { 200: drawSchema } },
      ),
    },
    async (request, reply) => {
      const found = await openDraw(deps, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
}
