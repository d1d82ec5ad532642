import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender } from '../../../identity-organisation/index.ts';
import { orderSupervision, stepItem, type MustCheckDeps } from '../commands/index.ts';
import { itemSteps, itemStepSchemas, orderSchema, type ItemStep } from '../contract.ts';
import { tag } from './read.ts';

const summaries = {
  answerItem: 'Answer a supervision item in writing',
  returnAnswer: 'Send an answer back, with a new day',
  closeItem: 'Close a supervision item with a reason, outside the unit',
} as const;

const examples = {
  answerItem: { words: '已于本周完成办理并送达答复，今后由分管负责人每周调度。' },
  returnAnswer: {
    words: '只说明了原因，没有写明何时办结，请补充。',
    dueDate: named('day', '5'),
  },
  closeItem: { words: '已核实办理结果和送达回证，同意办结。' },
} as const;

const actors = { answerItem: 'housing', returnAnswer: 'supervisor1', closeItem: 'supervisor1' };
const addresses = { answerItem: 'answers', returnAnswer: 'returns', closeItem: 'closing' };
const judging = ['supervision-verifier-inside'] as const;
const refusalsOf = {
  answerItem: [],
  returnAnswer: [...judging, 'supervision-date-past'],
  closeItem: judging,
} as const;

function orderRoute(app: HttpServer, deps: MustCheckDeps): void {
  app.post(
    '/supervision-items',
    {
      schema: operation(
        {
          tag,
          operationId: 'orderSupervision',
          summary: 'Order supervision of a petition or of a unit (Reg. art. 40(1))',
          request: {
            as: 'supervisor1',
            headers: { 'idempotency-key': 'example-order-supervision' },
            body: {
              unit: 'housing',
              ground: 'delay',
              words: '多件信访事项答复迟缓，请说明原因和改进办法。',
              dueDate: named('day', '7'),
            },
          },
          refusals: [
            'idempotency-key-reused',
            'supervision-about',
            'supervision-accusation',
            'supervision-own-unit',
            'supervision-unit-outside',
            'supervision-date-past',
            'unit-unknown',
          ],
        },
        {
          body: orderSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const id = sender.value.commandIdFor('order-supervision');
      const done = await orderSupervision(deps, request.body, { actor: sender.value.actor, id });
      return done.ok
        ? reply.code(201).send({ id: done.value.id, version: done.value.version })
        : sendRefusal(reply, done.refusal);
    },
  );
}

function stepRoute(app: HttpServer, deps: MustCheckDeps, type: ItemStep): void {
  app.post(
    `/supervision-items/:id/${addresses[type]}`,
    {
      schema: operation(
        {
          tag,
          operationId: type === 'answerItem' ? 'answerSupervisionItem' : `${type}OfSupervision`,
          summary: summaries[type],
          request: {
            as: actors[type],
            params: { id: named('supervision-item', type) },
            headers: { 'idempotency-key': `example-supervision-${type}` },
            body: { input: examples[type] },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'supervision-not-in-status',
            ...refusalsOf[type],
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: z.object({
            expectedVersion: z.int().optional(),
            input: itemStepSchemas[type] as z.ZodType,
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
      const done = await stepItem(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

/** What changes supervision items. */
export function writeRoutesOf(app: HttpServer, deps: MustCheckDeps): void {
  orderRoute(app, deps);
  for (const type of itemSteps) stepRoute(app, deps, type);
}
