import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import {
  named,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { CommitmentDeps } from '../commands/index.ts';
import { listQuerySchema } from '../contract.ts';
import { listOfPetition, listOfStaff, openCommitment, openEvidence } from '../queries/index.ts';
import {
  commitmentLineSchema,
  commitmentPageSchema,
  commitmentViewSchema,
} from '../view-schemas.ts';
import { tag } from './write.ts';

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

const params = z.object({ id: z.uuid() });

/** What reads promises, for staff. */
export function readRoutesOf(app: HttpServer, deps: CommitmentDeps): void {
  app.get(
    '/commitments',
    {
      schema: operation(
        {
          tag,
          operationId: 'listCommitments',
          summary: 'Promises by date: mine, of my unit, given to others, or all that I may see',
          request: { as: 'housing', query: { whose: 'unit' } },
        },
        { querystring: listQuerySchema, response: { 200: commitmentPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listOfStaff(deps, staff.value, request.query, Date.now()));
    },
  );

  app.get(
    '/commitments/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getCommitment',
          summary: 'One promise as I may see it',
          request: { as: 'housing', params: { id: named('commitment', 'read') } },
        },
        { params, response: { 200: commitmentViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openCommitment(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );

  app.get(
    '/petitions/:id/commitments',
    {
      schema: operation(
        {
          tag,
          operationId: 'listCommitmentsOfPetition',
          summary: 'What was promised on one petition, oldest first',
          request: { as: 'housing', params: { id: named('petition', 'recordOutcome') } },
        },
        { params, response: { 200: z.object({ items: z.array(commitmentLineSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await listOfPetition(deps, staff.value, request.params.id, Date.now());
      return items === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain({ items }));
    },
  );

  app.get(
    '/commitments/:id/files/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getCommitmentEvidence',
          summary: 'A file that shows the fulfilment',
          request: {
            as: 'housing',
            params: {
              id: named('commitment', 'evidence'),
              fileId: named('evidence', 'file'),
            },
          },
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: params.extend({ fileId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, fileId } = request.params;
      const opened = await openEvidence(deps, staff.value, id, fileId);
      if (opened === null) return sendRefusal(reply, refuse('not-found').refusal);
      return sendFile(reply, opened);
    },
  );
}
