import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { plain, tag } from '../../case-http.ts';
import { asStaff } from '../../own-http.ts';
import { dropGap, noteGap } from '../commands/index.ts';
import { dropGapSchema, gapQuerySchema, noteGapSchema } from '../contract.ts';
import { listGaps, openGap } from '../queries/index.ts';
import { gapPageSchema, gapSchema } from '../view.ts';

const params = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid(), version: z.int() });

/** Policy gaps over HTTP (U-6). */
export function gapRoutesOf(app: HttpServer, deps: SupervisionDeps): void {
  app.get(
    '/policy-gaps',
    {
      schema: operation(
        {
          tag,
          operationId: 'listPolicyGaps',
          summary: 'Policy gaps found in cases, newest first',
          request: { as: 'supervisor1', query: { status: 'noted' } },
        },
        { querystring: gapQuerySchema, response: { 200: gapPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listGaps(deps, staff.value, request.query));
    },
  );
  app.post(
    '/policy-gaps',
    {
      schema: operation(
        {
          tag,
          operationId: 'notePolicyGap',
          summary: 'Note what a policy lacks, as it was seen in a petition; never in an accusation',
          request: {
            as: 'officer1',
            headers: { 'idempotency-key': 'example-policy-gap' },
            body: {
              petition: named('petition', 'giveTask'),
              department: 'housing',
              topic: '住宅维修',
              policy: '《县住宅专项维修资金管理办法》',
              missing: '应急维修由谁先垫付没有规定。',
            },
          },
          refusals: [
            'not-found',
            'not-permitted',
            'number-length',
            'number-check-digit',
            'inspection-accusation',
            'unit-unknown',
            'idempotency-key-reused',
          ],
        },
        { body: noteGapSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const done = await asStaff(deps, request, 'policy-gap', (options) =>
        noteGap(deps, request.body, options),
      );
      if (!done.ok) return sendRefusal(reply, done.refusal);
      return reply.status(201).send({ id: done.value.id, version: done.value.version });
    },
  );
  app.get(
    '/policy-gaps/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getPolicyGap',
          summary: 'One policy gap',
          request: { as: 'supervisor1', params: { id: named('policy-gap', 'repaired') } },
        },
        { params, response: { 200: gapSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openGap(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.post(
    '/policy-gaps/:id/dropping',
    {
      schema: operation(
        {
          tag,
          operationId: 'dropPolicyGap',
          summary: 'Find that a gap is none, with the reason',
          request: {
            as: 'supervisor1',
            params: { id: named('policy-gap', 'drop') },
            headers: { 'idempotency-key': 'example-policy-gap-drop' },
            body: { input: { reason: '政策已有规定，是执行问题。' } },
          },
          refusals: ['version-conflict', 'idempotency-key-reused', 'recommendation-not-in-status'],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), input: dropGapSchema }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const { id } = request.params;
      const { expectedVersion, input } = request.body;
      const done = await asStaff(deps, request, `drop-gap-${id}`, (options) =>
        dropGap(deps, id, input, {
          ...options,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        }),
      );
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}
