import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../identity-organisation/index.ts';
import { layLetter, stepLetter, type LetterDeps } from '../commands/index.ts';
import { layLetterSchema, letterStepSchemas, type LetterStep } from '../contract.ts';
import { letterMarks, letterReaders, letterStatuses } from '../letter.ts';
import { listLetters, listLettersOfPetition, openLetter } from '../queries/index.ts';

const tag = 'leader-letters';
const params = z.object({ id: z.uuid() });
const person = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });

const letterLineSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(letterStatuses),
    before: z.enum(letterReaders),
    unit: person,
    laidAt: moment,
    petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
    holder: person,
    readings: z.array(
      z.object({ at: moment, by: z.string(), mark: z.enum(letterMarks), words: z.string() }),
    ),
    instructed: z.int().meta({ description: 'How many instructions were given' }),
  })
  .meta({ id: 'LetterLine' });

const letterSchema = letterLineSchema
  .extend({
    version: z.int(),
    reason: z.string().nullable(),
    text: z.string(),
    instructions: z.array(
      z.object({
        at: moment,
        by: z.string(),
        commitmentId: z.uuid(),
        unit: person,
        dueDate: z.string(),
        told: z.boolean(),
        text: z.string(),
        status: z.string(),
        overdue: z.boolean(),
      }),
    ),
    steps: z.array(z.enum(['readLetter', 'instruct'])),
  })
  .meta({ id: 'Letter' });

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

const examples = {
  readLetter: { mark: 'attend', words: '此事拖得太久，请信访局盯紧。' },
  instruct: {
    unit: 'housing',
    text: '请住建局一周内到现场查清原因，并当面答复来信人。',
    dueDate: named('day', '7'),
    told: 'yes',
  },
} as const;

function readRoutes(app: HttpServer, deps: LetterDeps): void {
  app.get(
    '/letters',
    {
      schema: operation(
        {
          tag,
          operationId: 'listLetters',
          summary: 'What lies before the leader or head of my unit, newest first',
          request: { as: 'leader', query: { status: 'laid' } },
        },
        {
          querystring: z.object({
            status: z.enum(letterStatuses).optional(),
            after: z
              .string()
              .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
              .optional(),
            limit: z.coerce.number().int().min(1).max(100).default(30),
          }),
          response: {
            200: z.object({ items: z.array(letterLineSchema), next: z.string().nullable() }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listLetters(deps, staff.value, request.query));
    },
  );
  app.get(
    '/letters/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getLetter',
          summary: 'One letter with the writer’s words and what came of it',
          request: { as: 'leader', params: { id: named('letter', 'read') } },
        },
        { params, response: { 200: letterSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openLetter(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/petitions/:id/letters',
    {
      schema: operation(
        {
          tag,
          operationId: 'listLettersOfPetition',
          summary: 'Who of the leaders and heads has read a petition, and what they said',
          request: { as: 'officer1', params: { id: named('petition', 'recordTalk') } },
        },
        { params, response: { 200: z.object({ items: z.array(letterLineSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await listLettersOfPetition(deps, staff.value, request.params.id);
      return items === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain({ items }));
    },
  );
}

/** Letters before leaders and heads over HTTP; register it with the prefix `/api/v1`. */
export const letterRoutes = async (
  app: HttpServer,
  options: { readonly deps: LetterDeps },
): Promise<void> => {
  const { deps } = options;
  readRoutes(app, deps);
  app.post(
    '/petitions/:id/letters',
    {
      schema: operation(
        {
          tag,
          operationId: 'layLetter',
          summary: 'Lay a petition before a leader',
          request: {
            as: 'officer1',
            params: { id: named('petition', 'recordTalk') },
            headers: { 'idempotency-key': 'example-letter' },
            body: { unit: 'county-gov', reason: '多年未解决，群众反映强烈。' },
          },
          refusals: ['letter-accusation', 'unit-unknown', 'idempotency-key-reused'],
        },
        {
          params,
          body: layLetterSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const place = { petitionId: request.params.id, before: 'leader' } as const;
      const laid = await layLetter(deps, place, request.body, { actor: staff.value });
      return laid.ok ? reply.code(201).send(laid.value) : sendRefusal(reply, laid.refusal);
    },
  );
  for (const type of ['readLetter', 'instruct'] as const satisfies readonly LetterStep[]) {
    app.post(
      `/letters/:id/${type === 'instruct' ? 'instructions' : 'readings'}`,
      {
        schema: operation(
          {
            tag,
            operationId: type,
            summary: type === 'instruct' ? 'Instruct a unit in writing' : 'Record what I have read',
            request: {
              as: 'leader',
              params: { id: named('letter', type) },
              headers: { 'idempotency-key': `example-letter-${type}` },
              body: { input: examples[type] },
            },
            refusals: [
              'version-conflict',
              'idempotency-key-reused',
              'letter-accusation',
              'commitment-date-past',
            ],
          },
          {
            params,
            body: z.object({
              expectedVersion: z.int().optional(),
              input: letterStepSchemas[type] as z.ZodType,
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
        const done = await stepLetter(deps, id, type, input as never, {
          actor: sender.value.actor,
          commandId: sender.value.commandIdFor(`${type}-${id}`),
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        });
        return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
      },
    );
  }
};
