import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { planInspection, planProgramme, stepProgramme } from '../commands/index.ts';
import {
  planInspectionSchema,
  programmeQuerySchema,
  programmeSchema,
  programmeSteps,
  programmeStepSchemas,
  type ProgrammeStep,
} from '../contract.ts';
import { listProgrammes, openProgramme } from '../queries/index.ts';
import { programmePageSchema, programmeViewSchema } from '../view.ts';
import { plain, tag } from '../../case-http.ts';
import { addOwnStep, asStaff } from '../../own-http.ts';
import { peopleBook } from './staff.ts';

const params = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid(), version: z.int() });
const inDays = (days: number): string => named('day', String(days));

const programmeExample = {
  theme: '房屋质量信访问题专项督查',
  basis: '《信访工作条例》第四十条；县委信访工作年度安排',
  from: inDays(0),
  to: inDays(60),
  focus: '受理是否及时、处理意见是否落实、群众是否满意。',
  teams: '第一督查组：supervisor1、officer2\n第二督查组：supervisor2',
  rounds: '',
};

const examples: Readonly<Record<ProgrammeStep, object>> = {
  changeProgramme: programmeExample,
  approveProgramme: {},
  changeTeams: { teams: programmeExample.teams, rounds: '' },
  freezeList: { take: 2, from: inDays(-400), to: inDays(0) },
  drawFromList: { drawId: named('inspection', 'draw') },
  closeProgramme: {},
};
const summaries: Readonly<Record<ProgrammeStep, string>> = {
  changeProgramme: 'Change a programme that is not approved yet',
  approveProgramme: 'Approve a programme; not by whoever wrote it',
  changeTeams: 'Change teams and rounds of a programme',
  freezeList: 'Freeze and publish a list to draw from, before its seed exists',
  drawFromList: 'Draw from a frozen list, once',
  closeProgramme: 'Close a programme whose inspections are over',
};
const addresses: Readonly<Record<ProgrammeStep, string>> = {
  changeProgramme: 'plan',
  approveProgramme: 'approval',
  changeTeams: 'teams',
  freezeList: 'draws',
  drawFromList: 'drawings',
  closeProgramme: 'closing',
};
const planRefusals = [
  'inspection-dates',
  'inspection-team-missing',
  'inspection-team-line',
  'inspection-person-unknown',
  'inspection-round-line',
  'inspection-round-dates',
] as const;
const refusals = {
  changeProgramme: planRefusals,
  approveProgramme: ['inspection-own-approval'],
  changeTeams: planRefusals,
  freezeList: [
    'draw-list-empty',
    'draw-list-long',
    'draw-too-many',
    'draw-seed-early',
    'draw-seed-source',
  ],
  drawFromList: ['draw-made', 'draw-seed-not-yet', 'draw-seed-missing'],
  closeProgramme: ['inspection-open'],
} as const;

const records = {
  path: '/inspection-programmes',
  example: 'inspection',
  keys: 'example',
  notInStatus: 'inspection-not-in-status',
} as const;

const stepRoute = (app: HttpServer, deps: SupervisionDeps, type: ProgrammeStep): void =>
  addOwnStep(app, deps, records, {
    type,
    at: addresses[type],
    operationId: type,
    summary: summaries[type],
    as: type === 'approveProgramme' ? 'officehead' : 'supervisor1',
    body: examples[type],
    refusals: refusals[type],
    input: programmeStepSchemas[type],
    run: async (id, input, options) =>
      stepProgramme(deps, id, type, input as never, await peopleBook(deps, options.actor), options),
  });

function readRoutes(app: HttpServer, deps: SupervisionDeps): void {
  app.get(
    '/inspection-programmes',
    {
      schema: operation(
        {
          tag,
          operationId: 'listInspectionProgrammes',
          summary: 'Programmes of inspections, newest first',
          request: { as: 'supervisor1', query: { status: 'approved' } },
        },
        { querystring: programmeQuerySchema, response: { 200: programmePageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listProgrammes(deps, staff.value, request.query));
    },
  );
  app.get(
    '/inspection-programmes/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getInspectionProgramme',
          summary: 'One programme with its teams, rounds, draws and inspections',
          request: { as: 'supervisor1', params: { id: named('inspection', 'programme') } },
        },
        { params, response: { 200: programmeViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openProgramme(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
}

/** Programmes of inspections over HTTP. */
export function programmeRoutesOf(app: HttpServer, deps: SupervisionDeps): void {
  readRoutes(app, deps);
  app.post(
    '/inspection-programmes',
    {
      schema: operation(
        {
          tag,
          operationId: 'planProgramme',
          summary: 'Plan inspections: theme, basis, period, teams, rounds',
          request: {
            as: 'supervisor1',
            headers: { 'idempotency-key': 'example-inspection-programme' },
            body: programmeExample,
          },
          refusals: ['idempotency-key-reused', ...planRefusals],
        },
        { body: programmeSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const done = await asStaff(deps, request, 'inspection-programme', async (options) =>
        planProgramme(deps, request.body, await peopleBook(deps, options.actor), options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  for (const type of programmeSteps) stepRoute(app, deps, type);
  app.post(
    '/inspection-programmes/:id/inspections',
    {
      schema: operation(
        {
          tag,
          operationId: 'planInspection',
          summary: 'Plan an inspection of a unit; the list of petitions is frozen',
          request: {
            as: 'supervisor1',
            params: { id: named('inspection', 'programme') },
            headers: { 'idempotency-key': 'example-inspection' },
            body: {
              team: named('inspection', 'team'),
              unit: 'housing',
              way: 'open',
              on: inDays(7),
              task: '查看受理、办理和答复情况。',
            },
          },
          refusals: [
            'idempotency-key-reused',
            'inspection-programme-approval',
            'inspection-team-unknown',
            'inspection-team-inside',
            'inspection-day-past',
            'inspection-too-many',
            'inspection-petition',
            'inspection-accusation',
            'draw-not-made',
            'unit-unknown',
          ],
        },
        { params, body: planInspectionSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const { id } = request.params;
      const done = await asStaff(deps, request, `inspection-${id}`, (options) =>
        planInspection(deps, id, request.body, options),
      );
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}
