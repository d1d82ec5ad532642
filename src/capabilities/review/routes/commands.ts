import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireSender } from '../../identity-organisation/index.ts';
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
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id: petitionId } = request.params;
      const caseId = sender.value.commandIdFor(`review:${petitionId}`);
      const done = await requestReview(deps, { caseId, petitionId }, request.body, {
        actor: sender.value.actor,
        commandId: caseId,
        uploadOwner: sender.value.uploadOwner,
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
        const sender = requireSender(request, deps);
        if (!sender.ok) return sendRefusal(reply, sender.refusal);
        const body = request.body as { expectedVersion?: number; input: ReviewInput<typeof type> };
        const { id } = request.params;
        const done = await runReviewCommand(deps, id, type, body.input, {
          actor: sender.value.actor,
          commandId: sender.value.commandIdFor(id),
          ...(body.expectedVersion === undefined ? {} : { expectedVersion: body.expectedVersion }),
        });
        return done.ok ? done.value : sendRefusal(reply, done.refusal);
      },
    );
  }
}
