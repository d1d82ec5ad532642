import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { MustCheckDeps } from '../commands/index.ts';
import { itemsQuerySchema } from '../contract.ts';
import { listSupervision, openItem } from '../queries/index.ts';
import { itemPageSchema, itemViewSchema } from '../view-schemas.ts';

export const tag = 'supervision';
const params = z.object({ id: z.uuid() });

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

/** What reads supervision items, for staff. */
export function readRoutesOf(app: HttpServer, deps: MustCheckDeps): void {
  app.get(
    '/supervision-items',
    {
      schema: operation(
        {
          tag,
          operationId: 'listSupervisionItems',
          summary: 'Supervision items of an office or unit, the newest first',
          description:
            'With `petition` those of one petition. `side` chooses whether the own unit supervises or answers; `waiting` lists what waits there about no petition.',
          request: { as: 'supervisor1', query: { status: 'unclosed' } },
        },
        { querystring: itemsQuerySchema, response: { 200: itemPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listSupervision(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/supervision-items/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSupervisionItem',
          summary: 'One supervision item: what was found with its evidence, answers, decisions',
          request: { as: 'supervisor1', params: { id: named('supervision-item', 'read') } },
        },
        { params, response: { 200: itemViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openItem(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
}
