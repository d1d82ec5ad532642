import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender } from '../../../identity-organisation/index.ts';
import { tag } from '../../case-http.ts';
import { proposeConsequence, stepConsequence, type ConsequencesDeps } from '../commands/index.ts';
import {
  consequenceStepSchema,
  proposeSchema,
  type ConsequenceStep,
  type ConsequenceStepInput,
} from '../contract.ts';

const params = z.object({ id: z.uuid() });

function proposeRoute(app: HttpServer, deps: ConsequencesDeps): void {
  app.post(
    '/petitions/:id/consequences',
    {
      schema: operation(
        {
          tag,
          operationId: 'proposeConsequence',
          summary: 'Propose an interview, a circulated notice, a warning or a listing for a unit',
          request: {
            as: 'supervisor1',
            params: { id: named('consequence-petition', 'propose') },
            headers: { 'idempotency-key': 'example-propose-consequence' },
            body: {
              kind: 'interview',
              unit: 'housing',
              reason: '多次超过期限未答复，经提醒仍未改进。',
            },
          },
          refusals: [
            'consequence-open',
            'letters-accusation',
            'letters-own-office',
            'letters-unit-stranger',
            'explanation-required',
            'idempotency-key-reused',
          ],
        },
        {
          params,
          body: proposeSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id: petitionId } = request.params;
      const caseId = sender.value.commandIdFor(`consequence:${petitionId}`);
      const done = await proposeConsequence(deps, { caseId, petitionId }, request.body, {
        actor: sender.value.actor,
        commandId: caseId,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}

/** What changes consequences, for staff. */
export function writeRoutesOf(app: HttpServer, deps: ConsequencesDeps): void {
  proposeRoute(app, deps);
  app.post(
    '/supervision/consequences/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepConsequence',
          summary: 'Hear, draft, decide, serve, carry out, correct or lift a consequence',
          request: {
            as: 'housing-head',
            params: { id: named('consequence', 'state') },
            headers: { 'idempotency-key': 'example-step-consequence' },
            body: {
              step: {
                type: 'makeStatement',
                input: { words: '因人员调整衔接不畅，现已指定专人办理。', uploads: [] },
              },
            },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'consequence-not-in-status',
            'consequence-still-to-hear',
            'consequence-days',
            'consequence-before-force',
            'consequence-needs-correction',
            'consequence-no-correction',
            'same-person',
            'paper-stage',
          ],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), step: consequenceStepSchema }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, step } = request.body;
      const { id } = request.params;
      const done = await stepConsequence(
        deps,
        id,
        step.type,
        step.input as ConsequenceStepInput<ConsequenceStep>,
        {
          actor: sender.value.actor,
          commandId: sender.value.commandIdFor(id),
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
          uploadOwner: sender.value.uploadOwner,
        },
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}
