import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { PetitionDeps } from '../commands/index.ts';
import { listGroupMembers, openGroup } from '../queries/index.ts';
import { tag } from './commands.ts';

const params = z.object({ id: z.uuid() });
const count = z.int().nonnegative();

const groupSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    status: z.string(),
    joinable: z.boolean().meta({ description: 'Whether this reader may let others join' }),
    dissolved: z.boolean().meta({ description: 'It had been formed wrongly and was undone' }),
    members: count,
    behind: count.meta({ description: 'Members that the newest decision has not reached yet' }),
    answers: z.array(
      z.object({
        paperId: z.string(),
        kind: z.string(),
        number: z.string().nullable(),
        sealedAt: z.number().nullable(),
        issued: count,
        served: count,
      }),
    ),
  })
  .meta({ id: 'Group' });

const membersSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        petitioner: z.string().meta({ description: 'Masked' }),
        status: z.string(),
        joinedAt: z.number(),
        behind: z.boolean(),
        received: count,
        served: count,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'GroupMembers' });

const request = { as: 'officer1', params: { id: named('other-petition', 'leaveGroup') } };

/** A group matter: progress in numbers, and its members page by page (P-13). */
export function groupRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.get(
    '/groups/:id',
    {
      schema: operation(
        { tag, operationId: 'getGroup', summary: 'A group matter in numbers', request },
        { params, response: { 200: groupSchema } },
      ),
    },
    async (asked, reply) => {
      const staff = requireStaff(asked);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const group = await openGroup(deps, staff.value, asked.params.id);
      if (group === null) return sendRefusal(reply, refuse('not-found').refusal);
      return reply.send({ ...group, answers: [...group.answers] });
    },
  );

  app.get(
    '/groups/:id/members',
    {
      schema: operation(
        {
          tag,
          operationId: 'listGroupMembers',
          summary: 'Members of a group matter in the order in which they joined',
          request: { ...request, query: { limit: 50 } },
        },
        {
          params,
          querystring: z.object({
            after: z.string().max(80).optional(),
            limit: z.coerce.number().int().min(1).max(100).default(50),
          }),
          response: { 200: membersSchema },
        },
      ),
    },
    async (asked, reply) => {
      const staff = requireStaff(asked);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const page = await listGroupMembers(deps, staff.value, asked.params.id, asked.query);
      if (page === null) return sendRefusal(reply, refuse('not-found').refusal);
      return reply.send({ items: [...page.items], next: page.next });
    },
  );
}
