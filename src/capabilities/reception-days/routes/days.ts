import { z } from 'zod';
import { addDays, localDate, localDateOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { beginDay, changeReceptionDay, type ReceptionDeps } from '../commands/index.ts';
import { dayCommandSchemas, dayPlanSchema, type DayInput, type DayInputType } from '../contract.ts';
import { listDays, openDayView, openInside } from '../queries/index.ts';
import { dayLineSchema, dayViewSchema, insideSchema } from '../view.ts';
import { dayExample } from './examples.ts';
import { asSender } from '../../identity-organisation/index.ts';
import { tag } from './staff.ts';

const idSchema = z.object({ id: z.uuid() });

/** Days are shown for six weeks, a month's sheet, unless told. */
const usualDays = 42;

/** `{type, input}` of any step, each input by its own schema. */
function stepSchemaOf() {
  const steps = Object.entries(dayCommandSchemas).map(([type, input]) =>
    z.object({ type: z.literal(type), input: input as z.ZodType }),
  );
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps of a reception day');
  return z.discriminatedUnion('type', [first, ...more]);
}

function readRoutes(app: HttpServer, deps: ReceptionDeps): void {
  app.get(
    '/reception-days',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReceptionDays',
          summary: 'Reception days of all units from one date to another',
          request: { query: { from: named('day', '0'), to: named('day', '42') } },
        },
        {
          querystring: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
          response: { 200: z.object({ items: z.array(dayLineSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const from = localDate(request.query.from ?? localDateOf(Date.now()));
      const to = localDate(request.query.to ?? addDays(from, usualDays));
      const items = await listDays(deps, staff.value, from, to);
      return items === null
        ? sendRefusal(reply, refuse('not-permitted', { verb: 'reception.read' }).refusal)
        : { items: [...items] };
    },
  );
  app.get(
    '/reception-days/:id/inside',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionInside',
          summary: 'Who is invited and booked, sheets, minutes, task forces of a day',
          request: { params: { id: named('reception-day', 'coming') } },
        },
        { params: idSchema, response: { 200: insideSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await openInside(deps, staff.value, request.params.id);
      return view ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
  app.get(
    '/reception-days/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionDay',
          summary: 'One reception day',
          request: { params: { id: named('reception-day', 'coming') } },
        },
        { params: idSchema, response: { 200: dayViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await openDayView(deps, staff.value, request.params.id);
      return view ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
}

function changeRoutes(app: HttpServer, deps: ReceptionDeps): void {
  app.post(
    '/reception-days',
    {
      schema: operation(
        {
          tag,
          operationId: 'planReceptionDay',
          summary: 'Plan a reception day of the own unit',
          request: {
            headers: { 'idempotency-key': 'example-reception-day' },
            body: dayExample,
          },
          refusals: [
            'reception-day-past',
            'reception-day-far',
            'reception-hours',
            'reception-leader-missing',
            'reception-leader-unknown',
            'reception-theme-missing',
            'reception-way',
            'reception-slots-on-line',
            'region-unknown',
            'category-unknown',
            'idempotency-key-reused',
          ],
        },
        { body: dayPlanSchema, response: { 201: idSchema } },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        beginDay(deps, request.body, options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  app.post(
    '/reception-days/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepReceptionDay',
          summary: 'Take a step with a reception day: change, notice, open, close, cancel',
          request: {
            params: { id: named('reception-day', 'steps') },
            headers: { 'idempotency-key': 'example-reception-step' },
            body: { step: { type: 'publishNotice', input: {} } },
          },
          refusals: [
            'reception-not-in-state',
            'reception-changed',
            'reception-notice-late',
            'reception-not-noticed',
            'reception-not-today',
            'reception-tickets-open',
            'reception-proof-missing',
            'reception-slot-unknown',
            'reception-slot-past',
            'reception-slot-taken',
            'reception-slots-too-few',
            'reception-booking-cancelled',
            'reception-preparation-missing',
            'reception-petition-unknown',
            'reception-petition-accusation',
            'reception-minutes-missing',
            'reception-minutes-issued',
            'reception-minutes-drafter',
            'reception-task-force-closed',
            'date-in-future',
            'reception-reason-missing',
            'idempotency-key-reused',
          ],
        },
        {
          params: idSchema,
          body: z.object({ step: stepSchemaOf(), expectedVersion: z.int().optional() }),
          response: { 200: z.object({ version: z.int(), made: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const { step, expectedVersion } = request.body;
      const done = await asSender(request, deps, (options) =>
        changeReceptionDay(
          deps,
          request.params.id,
          step.type as DayInputType,
          step.input as DayInput<DayInputType>,
          { ...options, ...(expectedVersion === undefined ? {} : { expectedVersion }) },
        ),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

/** Reception days over HTTP. */
export function dayRoutesOf(app: HttpServer, deps: ReceptionDeps): void {
  readRoutes(app, deps);
  changeRoutes(app, deps);
}
