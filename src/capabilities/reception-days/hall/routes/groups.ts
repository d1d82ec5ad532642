import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { shareReads } from '../../../../platform/live/index.ts';
import { requireStaff, asSender } from '../../../identity-organisation/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { tag } from '../../routes/staff.ts';
import { callNext } from '../../tickets/commands/next.ts';
import { numberSchema } from '../../tickets/contract.ts';
import { readGroup } from '../queries/group.ts';
import { readHallNow } from '../queries/now.ts';
import { groupViewSchema } from '../view.ts';
import { groupOf, runningDay } from './examples.ts';

const params = z.object({ id: z.uuid(), groupId: z.uuid() });

/** One table of the hall over HTTP, for those who sit at it. */
export function groupRoutesOf(app: HttpServer, deps: PetitionDeps): void {
  const readNow = shareReads((dayId) => readHallNow(deps, dayId, Date.now()));
  app.get(
    '/reception-days/:id/groups/:groupId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionGroup',
          summary: 'A reception group: whom it hears now, how many wait for it',
          request: { params: { ...runningDay, groupId: groupOf('talking') } },
        },
        { params, response: { 200: groupViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, groupId } = request.params;
      const view = await readGroup(deps, staff.value, { dayId: id, groupId }, readNow);
      return view ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
  app.post(
    '/reception-days/:id/groups/:groupId/next',
    {
      schema: operation(
        {
          tag,
          operationId: 'callNextTicket',
          summary: 'Call whoever comes next for this group',
          request: {
            params: { ...runningDay, groupId: groupOf('free') },
            headers: { 'idempotency-key': 'example-next' },
          },
          refusals: ['group-not-open', 'group-busy', 'hall-has-no-wait'],
        },
        {
          params,
          response: {
            200: z.object({ ticketId: z.uuid(), number: numberSchema, version: z.int() }),
          },
        },
      ),
    },
    async (request, reply) => {
      const { id, groupId } = request.params;
      const done = await asSender(request, deps, (options) => callNext(deps, id, groupId, options));
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}
