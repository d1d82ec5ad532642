import { z } from 'zod';
import {
  operation,
  noContent,
  named,
  sendRefusal,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { requireStaff, asSender } from '../../../identity-organisation/index.ts';
import { registrationSchema, type PetitionDeps } from '../../../petitions/index.ts';
import { runningDay, ticketOf } from '../../hall/routes/examples.ts';
import { tag } from '../../routes/staff.ts';
import { instructFromTicket } from '../commands/instruct.ts';
import { joinFromTicket, registerFromTicket } from '../commands/register.ts';
import { stepTicket } from '../commands/step.ts';
import { mostSupplied, supplyDesk, takeTicket } from '../commands/take.ts';
import {
  instructionSchema,
  numberSchema,
  takeSchema,
  ticketStepSchemas,
  type StaffStepInput,
  type StaffStepType,
} from '../contract.ts';

const dayParams = z.object({ id: z.uuid() });
const params = z.object({ id: z.uuid(), ticketId: z.uuid() });
const place = (of: { readonly id: string; readonly ticketId: string }) => ({
  dayId: of.id,
  ticketId: of.ticketId,
});

function stepSchema() {
  const steps = Object.entries(ticketStepSchemas).map(([type, input]) =>
    z.object({ type: z.literal(type), input: input as z.ZodType }),
  );
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps of a ticket');
  return z.discriminatedUnion('type', [first, ...more]);
}

function takeRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/reception-days/:id/tickets',
    {
      schema: operation(
        {
          tag,
          operationId: 'takeTicket',
          summary: 'Take a ticket at the door or by telephone; nobody is refused one',
          request: {
            as: 'clerk',
            params: runningDay,
            headers: { 'idempotency-key': 'example-ticket' },
            body: { way: 'telephone', persons: 2, name: '来电群众' },
          },
          refusals: ['idempotency-key-reused'],
        },
        {
          params: dayParams,
          body: takeSchema,
          response: {
            201: z.object({
              id: z.uuid(),
              number: numberSchema,
              numberedOn: z.iso.date(),
              on: z.iso.date(),
              code: z.string(),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        takeTicket(deps, request.params.id, request.body, options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  app.post(
    '/reception-days/:id/desks/:deskId/supply',
    {
      schema: operation(
        {
          tag,
          operationId: 'supplyTicketDesk',
          summary: 'Numbers and codes ahead for a desk, so that it prints without the network',
          request: {
            as: 'clerk',
            params: { ...runningDay, deskId: named('reception-desk', 'first') },
            body: { count: 5 },
          },
          refusals: ['desk-unknown'],
        },
        {
          params: z.object({ id: z.uuid(), deskId: z.uuid() }),
          body: z.object({ count: z.int().min(1).max(mostSupplied) }),
          response: {
            200: z.object({
              numberedOn: z.iso.date(),
              slots: z.array(z.object({ number: numberSchema, key: z.string(), code: z.string() })),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, deskId } = request.params;
      const { count } = request.body;
      const done = await supplyDesk(deps, id, deskId, count, { actor: staff.value });
      return done.ok
        ? { numberedOn: done.value.numberedOn, slots: [...done.value.slots] }
        : sendRefusal(reply, done.refusal);
    },
  );
}

function stepRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/reception-days/:id/tickets/:ticketId/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepTicket',
          summary: 'Take one step of a ticket',
          request: {
            params: { ...runningDay, ticketId: ticketOf('waiting') },
            headers: { 'idempotency-key': 'example-ticket-step' },
            body: {
              step: { type: 'describe', input: { persons: 3, topic: null, unit: 'housing' } },
            },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'ticket-not-in-stage',
            'ticket-called-just-now',
            'ticket-talk-without-matter',
            'ticket-not-called-enough',
            'ticket-not-telephoned',
            'group-busy',
          ],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), step: stepSchema() }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const { step, expectedVersion } = request.body;
      const done = await asSender(request, deps, (options) =>
        stepTicket(
          deps,
          place(request.params),
          step.type as StaffStepType,
          step.input as StaffStepInput<StaffStepType>,
          { ...options, expectedVersion },
        ),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

function matterRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/reception-days/:id/tickets/:ticketId/petitions',
    {
      schema: operation(
        {
          tag,
          operationId: 'registerFromTicket',
          summary: 'A conversation becomes a petition',
          request: {
            params: { ...runningDay, ticketId: ticketOf('talking') },
            headers: { 'idempotency-key': 'example-ticket-petition' },
            body: {
              channel: 'reception-day',
              title: '小区路灯多日不亮',
              text: '接访日当面反映：小区主干道路灯已坏两周，老人夜间出行不便。',
              regionCode: '690121100',
            },
          },
          refusals: ['ticket-not-in-stage', 'idempotency-key-reused', 'region-unknown'],
        },
        {
          params,
          body: registrationSchema,
          response: {
            201: z.object({
              id: z.uuid(),
              number: z.string(),
              lookupCode: z.string(),
              receiptPaperId: z.literal('receipt'),
              warnings: z.array(z.object({ field: z.string(), kind: z.string() })),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        registerFromTicket(deps, place(request.params), request.body, options),
      );
      if (!done.ok) return sendRefusal(reply, done.refusal);
      const { id, number, lookupCode, warnings } = done.value;
      const receiptPaperId = 'receipt' as const;
      return reply
        .code(201)
        .send({ id, number, lookupCode, receiptPaperId, warnings: [...warnings] });
    },
  );
  app.post(
    '/reception-days/:id/tickets/:ticketId/joins',
    {
      schema: operation(
        {
          tag,
          operationId: 'joinFromTicket',
          summary: 'A conversation joins a petition that is open already',
          request: {
            params: { ...runningDay, ticketId: ticketOf('talking') },
            headers: { 'idempotency-key': 'example-ticket-join' },
            body: {
              petitionId: named('petition', 'addMaterial'),
              text: '接访日又来反映，补充一张照片。',
            },
          },
          refusals: ['ticket-not-in-stage', 'idempotency-key-reused'],
        },
        {
          params,
          body: z.object({
            petitionId: z.uuid(),
            text: z.string().max(10_000).default(''),
          }),
          response: { 204: noContent },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        joinFromTicket(deps, place(request.params), request.body, options),
      );
      return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done.refusal);
    },
  );
}

function instructionRoute(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/reception-days/:id/tickets/:ticketId/instructions',
    {
      schema: operation(
        {
          tag,
          operationId: 'instructFromTicket',
          summary: 'A leader instructs a unit about a matter that was heard, by a date',
          request: {
            as: 'leader',
            params: { ...runningDay, ticketId: ticketOf('heard') },
            headers: { 'idempotency-key': 'example-instruction' },
            body: {
              petitionId: named('reception-ticket', 'heard-petition'),
              text: '请住建局一周内到现场查看并答复。',
              unit: 'housing',
              dueDate: named('day', '7'),
            },
          },
          refusals: ['commitment-date-past', 'unit-unknown', 'idempotency-key-reused'],
        },
        {
          params,
          body: instructionSchema,
          response: { 201: z.object({ commitmentId: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        instructFromTicket(deps, place(request.params), request.body, options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}

/** Tickets over HTTP, for staff. */
export function ticketRoutesOf(app: HttpServer, deps: PetitionDeps): void {
  takeRoutes(app, deps);
  stepRoutes(app, deps);
  matterRoutes(app, deps);
  instructionRoute(app, deps);
}
