import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireSender } from '../../identity-organisation/index.ts';
import { promise, stepCommitment, type CommitmentDeps } from '../commands/index.ts';
import { newCommitmentSchema, type StaffStep, type StepInput } from '../contract.ts';
import { stepSchema } from './schemas.ts';

export const tag = 'commitments';

/** What changes a promise. */
export function writeRoutesOf(app: HttpServer, deps: CommitmentDeps): void {
  app.post(
    '/commitments',
    {
      schema: operation(
        {
          tag,
          operationId: 'makeCommitment',
          summary: 'Promise something with a date, or instruct a unit to do it',
          request: {
            as: 'leader',
            headers: { 'idempotency-key': 'example-commitment' },
            body: {
              source: 'public-promise',
              promisedTo: 'public',
              text: '年底前完成老旧小区排水管网改造方案，并向居民公布。',
              publicText: '年底前公布老旧小区排水管网改造方案。',
              unit: 'housing',
              dueDate: named('day', '30'),
            },
          },
          refusals: [
            'commitment-date-past',
            'commitment-public-text',
            'commitment-no-petitioner',
            'commitment-not-public',
            'unit-unknown',
            'idempotency-key-reused',
          ],
        },
        {
          body: newCommitmentSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const made = await promise(deps, request.body, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return made.ok ? reply.code(201).send(made.value) : sendRefusal(reply, made.refusal);
    },
  );

  app.post(
    '/commitments/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepCommitment',
          summary: 'Report, verify, send back, change or withdraw a promise',
          request: {
            as: 'housing',
            params: { id: named('commitment', 'step') },
            headers: { 'idempotency-key': 'example-commitment-step' },
            body: {
              step: {
                type: 'reportFulfilled',
                input: {
                  doneOn: named('day', '0'),
                  evidence: '方案已在各小区公示栏公布，现场照片已归档。',
                },
              },
            },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'commitment-not-in-status',
            'commitment-awaits-petitioner',
            'commitment-verifier-inside',
            'commitment-of-opinion',
            'commitment-date-same',
            'commitment-evidence',
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: z.object({ expectedVersion: z.int().optional(), step: stepSchema() }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, step } = request.body;
      const { id } = request.params;
      const done = await stepCommitment(
        deps,
        id,
        step.type as StaffStep,
        step.input as StepInput<StaffStep>,
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
