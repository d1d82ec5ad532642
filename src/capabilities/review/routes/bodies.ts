import { z } from 'zod';
import {
  named,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireFreshStaff, requireStaff } from '../../identity-organisation/index.ts';
import { addReviewBody, endReviewBody, type ReviewDeps } from '../commands/index.ts';
import { newBodySchema } from '../contract.ts';
import { readReviewBodies } from '../queries/index.ts';
import { tag } from './commands.ts';
import { reviewBodySchema } from './schemas.ts';

/** The lawful bodies of each unit, administered as dated data with its source (V-1). */
export function reviewBodyRoutes(app: HttpServer, deps: ReviewDeps): void {
  app.get(
    '/review-bodies',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReviewBodies',
          summary: 'Lawful bodies of review and re-examination, past ones too',
          request: { as: 'admin' },
        },
        { response: { 200: z.object({ items: z.array(reviewBodySchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: await readReviewBodies(deps) };
    },
  );

  app.post(
    '/review-bodies',
    {
      schema: operation(
        {
          tag,
          operationId: 'addReviewBody',
          summary: 'Enter a lawful body of a unit from a day on',
          request: {
            as: 'admin',
            body: {
              unitId: 'housing',
              stage: 'review',
              bodyId: 'county-gov',
              from: '2026-01-01',
              source: '临江县信访事项复查复核办法',
            },
          },
          refusals: ['unit-unknown', 'review-body-conflict'],
        },
        { body: newBodySchema, response: { 201: z.object({ id: z.uuid() }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireFreshStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const added = await addReviewBody(deps, staff.value, request.body);
      return added.ok
        ? reply.code(201).send({ id: added.value.id })
        : sendRefusal(reply, added.refusal);
    },
  );

  app.post(
    '/units/:unitId/review-bodies/:id/end',
    {
      schema: operation(
        {
          tag,
          operationId: 'endReviewBody',
          summary: 'The last day on which a body was lawful for a unit',
          request: {
            as: 'admin',
            params: { unitId: 'housing', id: named('review-body', 'endReviewBody') },
            body: { to: named('day', '30') },
          },
          refusals: ['review-body-dates'],
        },
        {
          params: z.object({ unitId: z.string().max(40), id: z.uuid() }),
          body: z.object({ to: z.iso.date() }),
          response: { 204: noContent },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireFreshStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const done = await endReviewBody(deps, staff.value, request.params, request.body.to);
      return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done.refusal);
    },
  );
}
