import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { DisputeDeps } from '../../commands/index.ts';
import { plain, tag } from '../../routes/schemas.ts';
import { listQuerySchema } from '../contract.ts';
import { decisionsOfPetition, listDecisions, openDecision } from '../queries/index.ts';
import { paperRoutesOf } from './paper.ts';
import {
  assessmentPageSchema,
  assessmentViewSchema,
  decisionsOfPetitionSchema,
} from './schemas.ts';
import { writeRoutesOf } from './write.ts';

const params = z.object({ id: z.uuid() });
const notFound = refuse('not-found').refusal;

function readRoutesOf(app: HttpServer, deps: DisputeDeps): void {
  app.get(
    '/decisions',
    {
      schema: operation(
        {
          tag,
          operationId: 'listDecisions',
          summary: 'Assessments of decisions that concern my unit, the newest first',
          request: { as: 'housing', query: { limit: 20 } },
        },
        { querystring: listQuerySchema, response: { 200: assessmentPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listDecisions(deps, staff.value, request.query, Date.now()));
    },
  );

  app.get(
    '/decisions/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getDecision',
          summary: 'One assessment, with the petitions behind it that I may read',
          request: { as: 'housing', params: { id: named('decision', 'read') } },
        },
        { params, response: { 200: assessmentViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openDecision(deps, staff.value, request.params.id, Date.now());
      return found === null ? sendRefusal(reply, notFound) : reply.send(plain(found));
    },
  );

  app.get(
    '/petitions/:id/decisions',
    {
      schema: operation(
        {
          tag,
          operationId: 'listDecisionsOfPetition',
          summary: 'Which assessed decisions a petition names',
          request: { as: 'officer1', params: { id: named('petition', 'classify') } },
        },
        { params, response: { 200: decisionsOfPetitionSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await decisionsOfPetition(deps, staff.value, request.params.id);
      return found === null ? sendRefusal(reply, notFound) : reply.send(plain(found));
    },
  );
}

/** Risk assessment and legality review of decisions (D-3). */
export function decisionRoutesOf(
  app: HttpServer,
  deps: DisputeDeps,
  officeFonts: string | undefined,
): void {
  readRoutesOf(app, deps);
  writeRoutesOf(app, deps);
  paperRoutesOf(app, deps, officeFonts);
}
