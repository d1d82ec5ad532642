import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { streamChanges, type LiveHub } from '../../../../platform/live/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { changesSince } from '../queries/board.ts';
import { mayListen } from '../queries/listening.ts';
import { groupTopic, hallTopic, queueTopic } from '../topics.ts';

export interface LiveRouteOptions {
  readonly deps: PetitionDeps;
  readonly hub: LiveHub;
  /** Whether the session that a request came with still lives. */
  readonly isStillSignedIn: (request: FastifyRequest) => Promise<boolean>;
}

const groups = z.uuid();

/**
 * What changes in a hall, as server-sent events. It stands in no API description: a stream has no
 * end, and an example of it would never be answered.
 */
export function liveRoutesOf(app: HttpServer, options: LiveRouteOptions): void {
  const { deps, hub, isStillSignedIn } = options;
  app.get<{ Params: { id: string }; Querystring: { group?: string } }>(
    '/reception-days/:id/live',
    { schema: { hide: true } },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const id = z.uuid().safeParse(request.params.id);
      const group = groups.optional().safeParse(request.query.group);
      if (!id.success || !group.success) return sendRefusal(reply, refuse('not-found').refusal);
      const listens = () => mayListen(deps, staff.value, id.data, group.data);
      if (!(await listens())) return sendRefusal(reply, refuse('not-found').refusal);
      return streamChanges(request, reply, {
        hub,
        topics:
          group.data === undefined
            ? [hallTopic(id.data)]
            : [groupTopic(id.data, group.data), queueTopic(id.data)],
        isAllowed: async () => (await isStillSignedIn(request)) && listens(),
        since: changesSince(deps, id.data),
      });
    },
  );
}
