import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import { planFestivalVisit, stepFestivalVisit } from '../commands/index.ts';
import { planVisitSchema, visitsQuerySchema, visitSteps, visitStepSchemas } from '../contract.ts';
import { listFestivalVisits } from '../queries/index.ts';
import { visitPageSchema } from '../view-schemas.ts';
import { visitExamples } from './examples.ts';

const tag = 'case-sponsorship';
const params = z.object({ id: z.uuid() });

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

const addresses = { recordVisit: 'record', cancelVisit: 'cancellation' } as const;
const summaries = {
  recordVisit: 'Record who was visited when and what was brought',
  cancelVisit: 'Call a festival visit off, with a reason',
} as const;
const ids = { recordVisit: 'recordFestivalVisit', cancelVisit: 'cancelFestivalVisit' } as const;

function stepRoutes(app: HttpServer, deps: SponsorshipDeps): void {
  for (const type of visitSteps) {
    app.post(
      `/festival-visits/:id/${addresses[type]}`,
      {
        schema: operation(
          {
            tag,
            operationId: ids[type],
            summary: summaries[type],
            request: {
              as: 'housing',
              params: { id: named('festival-visit', type) },
              headers: { 'idempotency-key': `example-festival-${type}` },
              body: { input: visitExamples[type] },
            },
            refusals: ['version-conflict', 'idempotency-key-reused', 'festival-not-in-status'],
          },
          {
            params,
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
        const done = await stepFestivalVisit(deps, id, type, input as never, {
          actor: sender.value.actor,
          commandId: sender.value.commandIdFor(`${type}-${id}`),
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        });
        return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
      },
    );
  }
}

/** Visits before festivals over HTTP (S-5). */
export function visitRoutesOf(app: HttpServer, deps: SponsorshipDeps): void {
  app.get(
    '/festival-visits',
    {
      schema: operation(
        {
          tag,
          operationId: 'listFestivalVisits',
          summary: 'Visits before festivals, and the festivals that the calendar has',
          request: { as: 'housing', query: { limit: 20 } },
        },
        { querystring: visitsQuerySchema, response: { 200: visitPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listFestivalVisits(deps, staff.value, request.query, Date.now()));
    },
  );
  app.post(
    '/ways-out/:id/festival-visits',
    {
      schema: operation(
        {
          tag,
          operationId: 'planFestivalVisit',
          summary: 'Put somebody who was granted aid on the list of a festival',
          request: {
            as: 'housing',
            params: { id: named('way-out', 'paid') },
            body: {
              festival: named('festival', 'next'),
              plannedOn: named('day', '20'),
              goes: '县住建局秦文、社区干部一名',
            },
          },
          refusals: ['festival-aid', 'festival-unknown', 'idempotency-key-reused'],
        },
        {
          params,
          body: planVisitSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const done = await planFestivalVisit(deps, request.params.id, request.body, {
        actor: staff.value,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  stepRoutes(app, deps);
}
