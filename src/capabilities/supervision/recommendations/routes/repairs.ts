import { z } from 'zod';
import { refuse, type RefusalCode } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { plain, tag } from '../../case-http.ts';
import { peopleBook } from '../../inspections/routes/staff.ts';
import { addOwnStep, asStaff } from '../../own-http.ts';
import { beginRepair, stepRepair } from '../commands/index.ts';
import {
  repairQuerySchema,
  repairSchema,
  repairSteps,
  repairStepSchemas,
  type RepairStep,
} from '../contract.ts';
import { listRepairs, openRepair } from '../queries/index.ts';
import { repairPageSchema, repairViewSchema } from '../view.ts';

const params = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid(), version: z.int() });

const plan = {
  title: '完善住宅应急维修资金使用办法',
  large: '住房',
  small: '维修资金',
  goal: '明确应急维修的启动、垫付和拨付，三个工作日内开工。',
  leader: 'leader',
  departments: ['housing'],
};
const planRefusals = ['person-unknown', 'repair-leader', 'unit-unknown'] as const;

interface StepFacts {
  readonly at: string;
  readonly summary: string;
  readonly body: object;
  readonly refusals: readonly RefusalCode[];
}

const facts: Readonly<Record<RepairStep, StepFacts>> = {
  changeRepair: {
    at: 'plan',
    summary: 'Change what a repair is about, who leads it and who takes part',
    body: plan,
    refusals: planRefusals,
  },
  addGaps: {
    at: 'gaps',
    summary: 'Put further gaps under a repair',
    body: { gaps: [named('policy-gap', 'add')] },
    refusals: ['not-found', 'gap-taken'],
  },
  addStep: {
    at: 'commitments',
    summary: 'Write down what a unit has promised for it, by a day: a commitment',
    body: { text: '拿出修订草案并征求意见。', unit: 'housing', dueDate: named('day', '30') },
    refusals: ['unit-unknown', 'commitment-date-past'],
  },
  recordResult: {
    at: 'result',
    summary: 'Record the document that was changed, made or abolished',
    body: {
      kind: 'changed',
      documentNumber: '临政办发〔2026〕12号',
      on: named('day', '-1'),
      text: '新增应急维修一章。',
    },
    refusals: ['date-in-future'],
  },
  dropRepair: {
    at: 'dropping',
    summary: 'Drop a repair; its gaps wait for another one',
    body: { reason: '省里正在统一修订。' },
    refusals: ['repair-promises-open'],
  },
  tellPetitioners: {
    at: 'telling',
    summary: 'Tell those in whose petitions the gap was seen that the policy has been changed',
    body: {},
    refusals: ['repair-told'],
  },
};

const records = {
  path: '/policy-repairs',
  example: 'policy-repair',
  keys: 'example-repair',
  notInStatus: 'recommendation-not-in-status',
} as const;

const stepRoute = (app: HttpServer, deps: SupervisionDeps, type: RepairStep): void =>
  addOwnStep(app, deps, records, {
    type,
    ...facts[type],
    as: 'officehead',
    operationId: type === 'changeRepair' || type === 'dropRepair' ? type : `${type}OfRepair`,
    input: repairStepSchemas[type],
    run: async (id, input, options) =>
      stepRepair(deps, id, type, input as never, await peopleBook(deps, options.actor), options),
  });

/** Policy repairs over HTTP (U-6). */
export function repairRoutesOf(app: HttpServer, deps: SupervisionDeps): void {
  app.get(
    '/policy-repairs',
    {
      schema: operation(
        {
          tag,
          operationId: 'listPolicyRepairs',
          summary: 'Policy repairs, newest first',
          request: { as: 'officehead', query: { status: 'open' } },
        },
        { querystring: repairQuerySchema, response: { 200: repairPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listRepairs(deps, staff.value, request.query));
    },
  );
  app.post(
    '/policy-repairs',
    {
      schema: operation(
        {
          tag,
          operationId: 'beginPolicyRepair',
          summary: 'Begin the repair of a policy under a leader, for gaps of one topic',
          request: {
            as: 'officehead',
            headers: { 'idempotency-key': 'example-policy-repair' },
            body: { ...plan, gaps: [named('policy-gap', 'begin')] },
          },
          refusals: [
            'not-permitted',
            'not-found',
            'gap-taken',
            'idempotency-key-reused',
            ...planRefusals,
          ],
        },
        { body: repairSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const done = await asStaff(deps, request, 'policy-repair', async (options) =>
        beginRepair(deps, request.body, await peopleBook(deps, options.actor), options),
      );
      if (!done.ok) return sendRefusal(reply, done.refusal);
      return reply.status(201).send({ id: done.value.id, version: done.value.version });
    },
  );
  app.get(
    '/policy-repairs/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getPolicyRepair',
          summary: 'One policy repair: its gaps, what was promised for it, the document',
          request: { as: 'officehead', params: { id: named('policy-repair', 'recordResult') } },
        },
        { params, response: { 200: repairViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openRepair(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  for (const type of repairSteps) stepRoute(app, deps, type);
}
