import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { requireSender, requireStaff } from '../../identity-organisation/index.ts';
import type { PetitionDeps } from '../../petitions/index.ts';
import { beginProceeding, stepProceeding } from '../commands/index.ts';
import {
  beginSchemas,
  petitionersSteps,
  stepSchemas,
  type BeginInput,
  type StepInput,
  type StepType,
} from '../contract.ts';
import { listOfPetition, listOfUnits, openProceeding } from '../queries/index.ts';
import { proceedingKinds, type ProceedingKind } from '../terms.ts';
import { proceedingLineSchema, proceedingSchema } from '../view-schemas.ts';
import { beginExamples, stepExamples } from './examples.ts';

export const tag = 'hearings-mediation';

const uuid = z.uuid();

/** Addresses are in the plural. */
const places: Readonly<Record<ProceedingKind, string>> = {
  hearing: 'hearings',
  mediation: 'mediations',
  're-evaluation': 're-evaluations',
  deliberation: 'deliberations',
};

/** What the petitioner answers with the code is no step of staff, except an objection on paper. */
const forStaff = (step: string): boolean =>
  step === 'objectToMember' || !petitionersSteps.some((each) => each === step);

/** `{type, input}` of any step of a kind, each input by its own schema. */
function stepSchemaOf(kind: ProceedingKind) {
  const steps = Object.entries(stepSchemas[kind])
    .filter(([type]) => forStaff(type))
    .map(([type, input]) => z.object({ type: z.literal(type), input: input as z.ZodType }));
  const [first, ...more] = steps;
  if (first === undefined) throw new Error(`no steps of ${kind}`);
  return z.discriminatedUnion('type', [first, ...more]);
}

function beginRoutes(app: HttpServer, deps: PetitionDeps): void {
  for (const kind of proceedingKinds) {
    const { operationId, summary, as, body } = beginExamples[kind];
    app.post(
      `/petitions/:id/${places[kind]}`,
      {
        schema: operation(
          {
            tag,
            operationId,
            summary,
            request: {
              as,
              params: { id: named('petition', 'proceedings') },
              headers: { 'idempotency-key': `example-${kind}` },
              body,
            },
            refusals: ['proceeding-not-for-accusation', 'idempotency-key-reused'],
          },
          {
            params: z.object({ id: uuid }),
            body: beginSchemas[kind] as z.ZodType,
            response: { 201: z.object({ id: uuid, version: z.int() }) },
          },
        ),
      },
      async (request, reply) => {
        const sender = requireSender(request, deps);
        if (!sender.ok) return sendRefusal(reply, sender.refusal);
        const begun = await beginProceeding(
          deps,
          request.params.id,
          kind,
          request.body as BeginInput[typeof kind],
          { actor: sender.value.actor, commandKey: sender.value.commandKey },
        );
        return begun.ok ? reply.code(201).send(begun.value) : sendRefusal(reply, begun.refusal);
      },
    );
  }
}

function stepRoutes(app: HttpServer, deps: PetitionDeps): void {
  for (const kind of proceedingKinds) {
    const { operationId, summary, as, step } = stepExamples[kind];
    app.post(
      `/petitions/:id/${places[kind]}/:proceedingId/steps`,
      {
        schema: operation(
          {
            tag,
            operationId,
            summary,
            request: {
              as,
              params: {
                id: named('petition', 'proceedings'),
                proceedingId: named('proceeding', kind),
              },
              headers: { 'idempotency-key': `example-step-${kind}` },
              body: { step },
            },
            refusals: ['version-conflict', 'idempotency-key-reused', 'proceeding-not-in-stage'],
          },
          {
            params: z.object({ id: uuid, proceedingId: uuid }),
            body: z.object({ expectedVersion: z.int().optional(), step: stepSchemaOf(kind) }),
            response: { 200: z.object({ version: z.int() }) },
          },
        ),
      },
      async (request, reply) => {
        const sender = requireSender(request, deps);
        if (!sender.ok) return sendRefusal(reply, sender.refusal);
        const { expectedVersion, step: taken } = request.body;
        const { id, proceedingId } = request.params;
        const commandId = sender.value.commandIdFor(proceedingId);
        const done = await stepProceeding(
          deps,
          { petitionId: id, id: proceedingId },
          kind,
          taken.type as StepType<typeof kind>,
          taken.input as StepInput<typeof kind, StepType<typeof kind>>,
          {
            actor: sender.value.actor,
            commandId,
            expectedVersion,
            uploadOwner: sender.value.uploadOwner,
          },
        );
        return done.ok ? done.value : sendRefusal(reply, done.refusal);
      },
    );
  }
}

function readRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.get(
    '/proceedings',
    {
      schema: operation(
        {
          tag,
          operationId: 'listProceedings',
          summary: 'Hearings, mediations and the like that my unit conducts, newest first',
          request: { as: 'housing' },
        },
        { response: { 200: z.object({ items: z.array(proceedingLineSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...(await listOfUnits(deps, staff.value))] };
    },
  );
  app.get(
    '/petitions/:id/proceedings',
    {
      schema: operation(
        {
          tag,
          operationId: 'listProceedingsOfPetition',
          summary: 'Hearings, mediations and the like of one petition',
          request: { as: 'housing', params: { id: named('petition', 'proceedings') } },
        },
        {
          params: z.object({ id: uuid }),
          response: {
            200: z.object({ items: z.array(proceedingLineSchema), mayBegin: z.boolean() }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await listOfPetition(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : { items: [...found.items], mayBegin: found.mayBegin };
    },
  );
  app.get(
    '/petitions/:id/proceedings/:proceedingId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getProceeding',
          summary: 'One hearing, mediation, re-evaluation or deliberation',
          request: {
            as: 'housing',
            params: {
              id: named('petition', 'proceedings'),
              proceedingId: named('proceeding', 'hearing'),
            },
          },
        },
        {
          params: z.object({ id: uuid, proceedingId: uuid }),
          response: { 200: proceedingSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, proceedingId } = request.params;
      const found = await openProceeding(deps, staff.value, id, proceedingId, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(found as never);
    },
  );
}

/** Everything about proceedings over HTTP, for staff. */
export function proceedingRoutesOf(app: HttpServer, deps: PetitionDeps): void {
  beginRoutes(app, deps);
  stepRoutes(app, deps);
  readRoutes(app, deps);
}
