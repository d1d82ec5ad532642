import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff, requireSender } from '../../../identity-organisation/index.ts';
import type { DisputeDeps } from '../../commands/index.ts';
import { optionsOf } from '../../routes/options.ts';
import { besideSchema, plain, tag } from '../../routes/schemas.ts';
import { judgeMatch } from '../commands/judge.ts';
import { judgeSchema } from '../contract.ts';
import { besidePetition } from '../queries/beside.ts';

/** Earlier disputes beside a petition (D-2). */
export function matchRoutesOf(app: HttpServer, deps: DisputeDeps): void {
  app.get(
    '/petitions/:id/disputes',
    {
      schema: operation(
        {
          tag,
          operationId: 'getDisputesOfPetition',
          summary: 'The dispute that a petition grew out of, and earlier ones that may be the same',
          request: { as: 'officer1', params: { id: named('matched-petition', 'judge') } },
        },
        { params: z.object({ id: z.uuid() }), response: { 200: besideSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await besidePetition(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );

  app.post(
    '/petitions/:id/disputes/:disputeId/judgement',
    {
      schema: operation(
        {
          tag,
          operationId: 'judgeDisputeMatch',
          summary: 'Say whether an earlier dispute is the same matter',
          request: {
            as: 'officer1',
            params: {
              id: named('matched-petition', 'judge'),
              disputeId: named('dispute', 'matched'),
            },
            headers: { 'idempotency-key': 'example-judgement' },
            body: { verdict: 'confirmed' },
          },
          refusals: ['version-conflict', 'idempotency-key-reused', 'match-is-origin'],
        },
        {
          params: z.object({ id: z.uuid(), disputeId: z.uuid() }),
          body: judgeSchema,
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id: petitionId, disputeId } = request.params;
      const { verdict, expectedVersion } = request.body;
      const done = await judgeMatch(
        deps,
        { petitionId, disputeId },
        verdict,
        optionsOf(sender.value, `${petitionId}/${disputeId}`, expectedVersion),
      );
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}
