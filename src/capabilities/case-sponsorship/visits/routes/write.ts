import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender } from '../../../identity-organisation/index.ts';
import { planVisit, stepVisit, type VisitDeps } from '../commands/index.ts';
import { visitPlanSchema, visitSteps, visitStepSchemas, type VisitStep } from '../contract.ts';
import { tag } from './read.ts';

const plan = {
  day: named('day', '2'),
  time: '09:30',
  visitors: [named('user', 'housing')],
  companions: '东门社区网格员一人',
  whom: '信访人本人',
  place: '东门社区三组',
  purpose: '看漏水的地方，当面说明维修安排。',
} as const;
const notes = {
  visitedOn: named('day', '0'),
  words: '和信访人一起看了渗水的墙面，说明了维修安排。',
  uploads: [],
} as const;

interface StepRoute {
  readonly address: string;
  readonly summary: string;
  readonly example: object;
  readonly operationId: string;
}

const steps: Readonly<Record<VisitStep, StepRoute>> = {
  changeVisit: {
    address: 'plan',
    operationId: 'changeHomeVisit',
    summary: 'Change the plan of a visit',
    example: plan,
  },
  cancelVisit: {
    address: 'cancellation',
    operationId: 'cancelHomeVisit',
    summary: 'Cancel a planned visit',
    example: { reason: '信访人当天不在家。' },
  },
  noteConsent: {
    address: 'consent',
    operationId: 'noteNeighboursConsent',
    summary: 'Note that the petitioner agreed that neighbours are asked; never in an accusation',
    example: { on: named('day', '0'), way: 'telephone' },
  },
  withdrawConsent: {
    address: 'consent-withdrawal',
    operationId: 'withdrawNeighboursConsent',
    summary: 'The petitioner no longer agrees that neighbours are asked',
    example: {},
  },
  recordVisit: {
    address: 'record',
    operationId: 'recordHomeVisit',
    summary: 'Record a visit: made, declined without a reason, or nobody at home',
    example: { outcome: 'made', ...notes, talks: [{ partner: 'petitioner', name: '' }] },
  },
  addToVisit: {
    address: 'additions',
    operationId: 'addToHomeVisit',
    summary: 'Add a second account of a visit; nothing written is replaced',
    example: notes,
  },
};

function planRoute(app: HttpServer, deps: VisitDeps): void {
  app.post(
    '/petitions/:id/home-visits',
    {
      schema: operation(
        {
          tag,
          operationId: 'planHomeVisit',
          summary: 'Plan a visit at the petitioner’s home',
          request: {
            as: 'housing',
            params: { id: named('petition', 'home-visits') },
            headers: { 'idempotency-key': 'example-home-visit-plan' },
            body: plan,
          },
          refusals: [
            'visit-day',
            'visit-visitors',
            'visit-visitor-unit',
            'visit-accusation',
            'idempotency-key-reused',
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: visitPlanSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const petitionId = request.params.id;
      const visitId = sender.value.commandIdFor(`planVisit-${petitionId}`);
      const done = await planVisit(deps, { visitId, petitionId }, request.body, {
        actor: sender.value.actor,
        commandId: visitId,
      });
      return done.ok
        ? reply.code(201).send({ id: done.value.id, version: done.value.version })
        : sendRefusal(reply, done.refusal);
    },
  );
}

function stepRoute(app: HttpServer, deps: VisitDeps, type: VisitStep): void {
  const { address, summary, example, operationId } = steps[type];
  app.post(
    `/home-visits/:id/${address}`,
    {
      schema: operation(
        {
          tag,
          operationId,
          summary,
          request: {
            as: 'housing',
            params: { id: named('home-visit', type) },
            headers: { 'idempotency-key': `example-home-visit-${type}` },
            body: { input: example },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'visit-not-in-status',
            ...(type === 'recordVisit' || type === 'addToVisit'
              ? ([
                  'visit-neighbours-consent',
                  'visit-neighbours-accusation',
                  'draft-expired',
                ] as const)
              : []),
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: z.object({
            expectedVersion: z.int().optional(),
            input: visitStepSchemas[type] as z.ZodType,
          }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const { expectedVersion, input } = request.body;
      const done = await stepVisit(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        uploadOwner: sender.value.uploadOwner,
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

/** What plans, changes and records home visits, for staff. */
export function visitWriteRoutes(app: HttpServer, deps: VisitDeps): void {
  planRoute(app, deps);
  for (const type of visitSteps) stepRoute(app, deps, type);
}
