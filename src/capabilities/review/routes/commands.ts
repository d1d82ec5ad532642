import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import {
  idempotencyKeyOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { deriveId, newId } from '../../../platform/vault/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { requestReview, runReviewCommand, type ReviewDeps } from '../commands/index.ts';
import {
  requestSchema,
  reviewCommandSchemas,
  reviewInputTypes,
  type ReviewInput,
} from '../contract.ts';
import { reviewExamples } from './examples.ts';

export const tag = 'review';

/** `decideLateness` → `decide-lateness`, as addresses are written. */
const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The same key of the same person about the same thing is the same command. */
const commandIdOf = (
  deps: ReviewDeps,
  actor: StaffActor,
  about: string,
  key: string | undefined,
): string =>
  key === undefined ? newId() : deriveId(deps.keys, `staff:${actor.userId}`, about, key);

function requestRoute(app: HttpServer, deps: ReviewDeps): void {
  app.post(
    '/petitions/:id/reviews',
    {
      schema: operation(
        {
          tag,
          operationId: 'requestReview',
          summary: 'Take in a request for review or re-examination, by letter or at the window',
          request: {
            as: 'clerk',
            params: { id: named('review-petition', 'requestReview') },
            headers: { 'idempotency-key': 'example-request-review' },
            body: {
              channel: 'window',
              requestedOn: named('day', '0'),
              grounds: '维修方案没有覆盖顶层西侧，请求复查。',
              body: 'review',
            },
          },
          refusals: [
            'review-nothing',
            'review-pending',
            'review-done',
            'procedure-ended',
            'review-body-unknown',
            'review-body-not-lawful',
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: requestSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const key = idempotencyKeyOf(request);
      if (!key.ok) return sendRefusal(reply, key.refusal);
      const { id: petitionId } = request.params;
      const caseId = commandIdOf(deps, staff.value, `review:${petitionId}`, key.value);
      const done = await requestReview(deps, { caseId, petitionId }, request.body, {
        actor: staff.value,
        commandId: caseId,
        uploadOwner: `staff:${staff.value.userId}`,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}

/** The request, and one operation for every command on a review. */
export function reviewCommandRoutes(app: HttpServer, deps: ReviewDeps): void {
  requestRoute(app, deps);
  for (const type of reviewInputTypes) {
    app.post(
      `/reviews/:id/commands/${kebab(type)}`,
      {
        schema: operation(
          {
            tag,
            operationId: `${type}OfReview`,
            summary: `Command on a review: ${kebab(type).replaceAll('-', ' ')}`,
            request: {
              as: reviewExamples[type].as,
              params: { id: named('review', type) },
              headers: { 'idempotency-key': `example-review-${kebab(type)}` },
              body: { input: reviewExamples[type].input },
            },
            refusals: [
              'version-conflict',
              'idempotency-key-reused',
              'review-not-in-status',
              'review-person-conflict',
            ],
          },
          {
            params: z.object({ id: z.uuid() }),
            body: z.object({
              expectedVersion: z.int().optional(),
              input: reviewCommandSchemas[type] as z.ZodType,
            }),
            response: { 200: z.object({ version: z.int() }) },
          },
        ),
      },
      async (request, reply) => {
        const staff = requireStaff(request);
        if (!staff.ok) return sendRefusal(reply, staff.refusal);
        const key = idempotencyKeyOf(request);
        if (!key.ok) return sendRefusal(reply, key.refusal);
        const body = request.body as { expectedVersion?: number; input: ReviewInput<typeof type> };
        const { id } = request.params;
        const done = await runReviewCommand(deps, id, type, body.input, {
          actor: staff.value,
          commandId: commandIdOf(deps, staff.value, id, key.value),
          ...(body.expectedVersion === undefined ? {} : { expectedVersion: body.expectedVersion }),
        });
        return done.ok ? done.value : sendRefusal(reply, done.refusal);
      },
    );
  }
}
