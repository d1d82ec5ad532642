import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender } from '../../../identity-organisation/index.ts';
import { beginSponsored, promiseInCase, stepSponsored } from '../commands/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import {
  beginSchema,
  promiseSchema,
  sponsoredSteps,
  stepSchemas,
  type SponsoredStep,
} from '../contract.ts';
import { tag } from './read.ts';

const params = z.object({ id: z.uuid() });
const answer = z.object({ version: z.int() });

/** Example input of each step on a case of the demo county that has come so far. */
const examples: Readonly<Record<SponsoredStep, object>> = {
  acceptCharge: {},
  declineCharge: { reason: '本人曾任责任单位负责人，应当回避。' },
  writePlan: {
    matterKnot: '原始资料缺失，两个部门对责任认识不一致。',
    mindKnot: '担心拖下去没有人管。',
    measures: [{ kind: 'policy', words: '按历史遗留问题的政策补办手续。' }],
  },
  addMilestone: {
    what: '召开部门协调会，明确补办手续的分工',
    responsible: '何建设',
    date: named('day', '14'),
    told: '两周内开会确定由谁补办手续',
  },
  reportMilestone: {
    milestone: named('milestone', 'reportMilestone'),
    outcome: 'done',
    doneOn: named('day', '0'),
    words: '会议已开，分工已书面明确。',
  },
  moveMilestone: {
    milestone: named('milestone', 'moveMilestone'),
    date: named('day', '40'),
    reason: '鉴定机构排期推迟，已告知信访人。',
  },
  addNote: { words: '与信访人通话，说明了目前的进展。' },
  handOver: { leader: named('user', 'chengguan-deputy'), reason: '分工调整，由分管领导接手。' },
  acknowledgeHandOver: {},
  refuseHandOver: { reason: '这件事项不在本人分管范围。' },
  withdrawHandOver: {},
  proposeEnding: { result: 'resolved', words: '手续已办妥，信访人已领取证件。' },
  verifyEnding: { words: '已查看材料，并与信访人通话核实。' },
  returnEnding: { words: '信访人反映还有一处没有办，请继续办理。' },
  takeUpAgain: { leader: named('user', 'leader'), reason: '办结后又出现同样的问题。' },
};

const actors: Partial<Record<SponsoredStep, string>> = {
  verifyEnding: 'officehead',
  returnEnding: 'officehead',
  takeUpAgain: 'officehead',
  acknowledgeHandOver: 'chengguan-deputy',
  refuseHandOver: 'chengguan-deputy',
};

const address = (type: SponsoredStep): string =>
  type.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

function stepRoute(app: HttpServer, deps: SponsoredDeps, type: SponsoredStep): void {
  app.post(
    `/sponsored-cases/:id/${address(type)}`,
    {
      schema: operation(
        {
          tag,
          operationId: `${type}OfCase`,
          summary: `A step of a case under a leader: ${address(type).replaceAll('-', ' ')}`,
          request: {
            as: actors[type] ?? 'leader',
            params: { id: named('sponsored', type) },
            headers: { 'idempotency-key': `example-sponsored-${type}` },
            body: { input: examples[type] },
          },
          refusals: ['version-conflict', 'idempotency-key-reused', 'sponsored-not-in-status'],
        },
        {
          params,
          body: z.object({
            expectedVersion: z.int().optional(),
            input: stepSchemas[type] as z.ZodType,
          }),
          response: { 200: answer },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const { expectedVersion, input } = request.body;
      const done = await stepSponsored(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

/** What changes cases under a leader. */
export function writeRoutesOf(app: HttpServer, deps: SponsoredDeps): void {
  app.post(
    '/petitions/:id/sponsored',
    {
      schema: operation(
        {
          tag,
          operationId: 'beginSponsored',
          summary: 'Put a petition under a leader: the office names one, or a leader takes it',
          request: {
            as: 'officehead',
            params: { id: named('petition', 'beginSponsored') },
            headers: { 'idempotency-key': 'example-begin-sponsored' },
            body: { leader: named('user', 'leader'), reason: '多年未解，需要领导牵头协调。' },
          },
          refusals: ['idempotency-key-reused', 'sponsored-exists', 'sponsored-no-leader'],
        },
        {
          params,
          body: beginSchema,
          response: { 200: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const done = await beginSponsored(deps, id, request.body, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`begin-sponsored-${id}`),
      });
      return done.ok
        ? { id: done.value.id, version: done.value.version }
        : sendRefusal(reply, done.refusal);
    },
  );
  for (const type of sponsoredSteps) stepRoute(app, deps, type);
  app.post(
    '/sponsored-cases/:id/promises',
    {
      schema: operation(
        {
          tag,
          operationId: 'promiseInCase',
          summary: 'Promise the petitioner something with a date; it becomes a commitment',
          request: {
            as: 'leader',
            params: { id: named('sponsored', 'promise') },
            headers: { 'idempotency-key': 'example-sponsored-promise' },
            body: { input: { text: '30日内给您书面答复。', dueDate: named('day', '30') } },
          },
          refusals: ['idempotency-key-reused', 'sponsored-not-in-status', 'commitment-date-past'],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), input: promiseSchema }),
          response: { 200: z.object({ id: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await promiseInCase(deps, request.params.id, request.body.input, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return done.ok ? { id: done.value.id } : sendRefusal(reply, done.refusal);
    },
  );
}
