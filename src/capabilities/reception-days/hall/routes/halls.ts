import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff, asSender } from '../../../identity-organisation/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { tag } from '../../routes/staff.ts';
import { carryEvening } from '../../tickets/commands/evening.ts';
import { prepareHall } from '../commands/prepare.ts';
import { changeHall } from '../commands/step.ts';
import { hallStepSchemas, type HallInput, type HallInputType } from '../contract.ts';
import { listHalls, mostShown, readHall, usuallyShown } from '../queries/overview.ts';
import { hallLineSchema, hallSchema } from '../view.ts';
import { hallStepExample, runningDay } from './examples.ts';

const idSchema = z.object({ id: z.uuid() });

function stepSchema() {
  const steps = Object.entries(hallStepSchemas).map(([type, input]) =>
    z.object({ type: z.literal(type), input: input as z.ZodType }),
  );
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps in a hall');
  return z.discriminatedUnion('type', [first, ...more]);
}

function readRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.get(
    '/reception-halls',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReceptionHalls',
          summary: 'Halls of reception days in which my unit works',
        },
        { response: { 200: z.object({ items: z.array(hallLineSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...(await listHalls(deps, staff.value, Date.now()))] };
    },
  );
  app.get(
    '/reception-days/:id/hall',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionHall',
          summary: 'The hall of a reception day: who waits, who hears, how long it takes',
          request: { params: runningDay, query: { shown: 100 } },
        },
        {
          params: idSchema,
          querystring: z.object({
            shown: z.coerce.number().int().min(1).max(mostShown).default(usuallyShown),
          }),
          response: { 200: hallSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const look = () => readHall(deps, staff.value, id, Date.now(), request.query.shown);
      // The first look makes it.
      const seen = (await look()) ?? ((await prepareHall(deps, id)) ? await look() : null);
      return seen ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
}

function changeRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.post(
    '/reception-days/:id/hall/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeReceptionHall',
          summary: 'Change a hall: its groups, desks, screens, settings, the day on which it sits',
          request: {
            params: runningDay,
            headers: { 'idempotency-key': 'example-hall' },
            body: hallStepExample,
          },
          refusals: ['group-unknown', 'unit-unknown', 'idempotency-key-reused'],
        },
        {
          params: idSchema,
          body: z.object({ step: stepSchema() }),
          response: { 200: z.object({ version: z.int(), madeId: z.uuid().nullable() }) },
        },
      ),
    },
    async (request, reply) => {
      const { type, input } = request.body.step;
      const done = await asSender(request, deps, (options) =>
        changeHall(
          deps,
          request.params.id,
          type as HallInputType,
          input as HallInput<HallInputType>,
          options,
        ),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
  app.post(
    '/reception-days/:id/evening',
    {
      schema: operation(
        {
          tag,
          operationId: 'carryReceptionEvening',
          summary: 'In the evening: everybody who waits is heard first on another morning',
          request: {
            params: { id: named('reception-day', 'past') },
            headers: { 'idempotency-key': 'example-evening' },
            body: { on: '2099-01-04' },
          },
          refusals: ['ticket-evening-not-yet', 'ticket-carried-back'],
        },
        {
          params: idSchema,
          body: z.object({ on: z.iso.date(), dayId: z.uuid().optional() }),
          response: { 200: z.object({ carried: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        carryEvening(deps, request.params.id, request.body, options),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

/** The hall over HTTP, for those who work in it. */
export function hallRoutesOf(app: HttpServer, deps: PetitionDeps): void {
  readRoutes(app, deps);
  changeRoutes(app, deps);
}
