import { z } from 'zod';
import { refuse, type RefusalCode } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { plain, tag } from '../../case-http.ts';
import { addOwnStep, asStaff } from '../../own-http.ts';
import { addOwnFile, addOwnPaper } from '../../routes/own-files.ts';
import { draftRecommendation, stepRecommendation } from '../commands/index.ts';
import {
  recommendationQuerySchema,
  recommendationSchema,
  recommendationSteps,
  recommendationStepSchemas,
  type RecommendationStep,
} from '../contract.ts';
import {
  listRecommendations,
  openRecommendation,
  openRecommendationFile,
  openRecommendationPaper,
} from '../queries/index.ts';
import { recommendationPageSchema, recommendationViewSchema } from '../view.ts';

const params = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid(), version: z.int() });
const inDays = (days: number): string => named('day', String(days));
const paper = (of: string): string => named('recommendation', `${of}:paper`);

const said = {
  subject: '保修期内房屋渗漏的维修责任',
  reasons: '近半年同类信访事项多件，保修责任不清是共同原因。',
  proposal: '明确渗漏由建设单位限期维修，逾期由主管部门组织代修。',
};

interface StepFacts {
  readonly at: string;
  readonly summary: string;
  readonly as: string;
  readonly body: object;
  readonly refusals: readonly RefusalCode[];
}

/** Where each step is sent, who does it, and an example of it. */
const facts: Readonly<Record<RecommendationStep, StepFacts>> = {
  redraft: {
    at: 'drafts',
    summary: 'Write a returned recommendation anew',
    as: 'supervisor1',
    body: said,
    refusals: ['order-on-its-way', 'recommendation-names'],
  },
  dropDraft: {
    at: 'dropping',
    summary: 'Give up a recommendation that is not sealed',
    as: 'supervisor1',
    body: { reason: '单位已经主动改进。' },
    refusals: [],
  },
  checkPaper: {
    at: 'paper-checks',
    summary: 'Check a recommendation; not by whoever drafted it',
    as: 'officehead',
    body: { paperId: paper('checkPaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  signPaper: {
    at: 'paper-signatures',
    summary: 'Sign a recommendation',
    as: 'officehead',
    body: { paperId: paper('signPaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  sealPaper: {
    at: 'paper-seals',
    summary: 'Seal a signed recommendation: it gets its number',
    as: 'seal',
    body: { paperId: paper('sealPaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  issuePaper: {
    at: 'paper-issues',
    summary: 'Check, sign and seal a recommendation at once',
    as: 'officehead',
    body: { paperId: paper('issuePaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  returnPaper: {
    at: 'paper-returns',
    summary: 'Return a recommendation that is not sealed yet',
    as: 'officehead',
    body: { paperId: paper('returnPaper'), reason: '建议不具体，请重新起草。' },
    refusals: ['paper-unknown', 'paper-stage'],
  },
  servePaper: {
    at: 'paper-services',
    summary: 'Record that a recommendation was served: the answer is counted from that day',
    as: 'seal',
    body: {
      paperId: paper('servePaper'),
      way: 'hand',
      servedOn: inDays(0),
      proof: '县住建局办公室签收',
    },
    refusals: ['paper-unknown', 'paper-stage', 'service-before-seal', 'date-in-future'],
  },
  answerRecommendation: {
    at: 'answers',
    summary: 'Answer in writing whether it is adopted: by the body, or written down by the office',
    as: 'housing-head',
    body: { adoption: 'partly', text: '明确维修责任，代修另行研究。', doneBy: inDays(60) },
    refusals: ['recommendation-done-by', 'recommendation-day-past'],
  },
  reportAdoption: {
    at: 'adoption-reports',
    summary: 'Report what was done, with evidence',
    as: 'housing-head',
    body: { text: '已印发维修责任通知。' },
    refusals: [],
  },
  verifyAdoption: {
    at: 'verifications',
    summary: 'Verify that what was adopted is carried out',
    as: 'supervisor1',
    body: { text: '查看文件和三个小区，已经落实。' },
    refusals: [],
  },
  sendBackAdoption: {
    at: 'send-backs',
    summary: 'Find that it is not carried out: a new day',
    as: 'supervisor1',
    body: { text: '只发了通知，没有维修。', doneBy: inDays(20) },
    refusals: ['recommendation-day-past'],
  },
};

const records = {
  path: '/recommendations',
  example: 'recommendation',
  keys: 'example-recommendation',
  notInStatus: 'recommendation-not-in-status',
} as const;

const operationIdOf = (type: RecommendationStep): string => {
  if (type.endsWith('Paper')) return `${type.replace('Paper', '')}Recommendation`;
  if (type === 'redraft') return 'redraftRecommendation';
  return type === 'dropDraft' ? 'dropRecommendation' : type;
};

const stepRoute = (app: HttpServer, deps: SupervisionDeps, type: RecommendationStep): void =>
  addOwnStep(app, deps, records, {
    type,
    ...facts[type],
    operationId: operationIdOf(type),
    input: recommendationStepSchemas[type],
    run: (id, input, options) => stepRecommendation(deps, id, type, input as never, options),
  });

function fileRoutes(app: HttpServer, deps: SupervisionDeps, officeFonts: string | undefined): void {
  addOwnFile(app, {
    path: '/recommendations/:id/files/:fileId',
    operationId: 'getRecommendationFile',
    summary: 'Evidence that a recommendation is carried out',
    of: { id: named('recommendation', 'verifyAdoption'), fileId: named('recommendation', 'file') },
    open: (actor, id, fileId) => openRecommendationFile(deps, actor, id, fileId),
  });
  addOwnPaper(app, {
    path: '/recommendations/:id/papers/:paperId',
    operationId: 'getRecommendationPaper',
    summary: 'A recommendation as a file; before the seal a draft; the look is recorded',
    of: { id: named('recommendation', 'servePaper'), paperId: paper('servePaper') },
    open: (actor, id, paperId, format) =>
      openRecommendationPaper(deps, actor, id, paperId, format, officeFonts),
  });
}

/** Recommendations over HTTP. */
export function recommendationRoutesOf(
  app: HttpServer,
  deps: SupervisionDeps,
  officeFonts: string | undefined,
): void {
  app.get(
    '/recommendations',
    {
      schema: operation(
        {
          tag,
          operationId: 'listRecommendations',
          summary: 'Recommendations, newest first; at the addressee from the seal on',
          request: { as: 'supervisor1', query: { status: 'served' } },
        },
        { querystring: recommendationQuerySchema, response: { 200: recommendationPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listRecommendations(deps, staff.value, request.query, Date.now()));
    },
  );
  app.post(
    '/recommendations',
    {
      schema: operation(
        {
          tag,
          operationId: 'draftRecommendation',
          summary: 'Draft a recommendation to a body from cases, with its paper',
          request: {
            as: 'supervisor1',
            headers: { 'idempotency-key': 'example-recommendation-draft' },
            body: {
              kind: 'improve-work',
              unit: 'housing',
              ...said,
              inspection: named('inspection', 'verifyFinding'),
            },
          },
          refusals: [
            'not-permitted',
            'idempotency-key-reused',
            'unit-unknown',
            'recommendation-own-unit',
            'recommendation-basis',
            'recommendation-names',
            'inspection-petition',
            'inspection-too-many',
            'inspection-accusation',
          ],
        },
        { body: recommendationSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const done = await asStaff(deps, request, 'recommendation', (options) =>
        draftRecommendation(deps, request.body, options),
      );
      if (!done.ok) return sendRefusal(reply, done.refusal);
      return reply.status(201).send({ id: done.value.id, version: done.value.version });
    },
  );
  app.get(
    '/recommendations/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getRecommendation',
          summary: 'One recommendation: what it says, what the body answered and did',
          request: {
            as: 'supervisor1',
            params: { id: named('recommendation', 'verifyAdoption') },
          },
        },
        { params, response: { 200: recommendationViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openRecommendation(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  for (const type of recommendationSteps) stepRoute(app, deps, type);
  fileRoutes(app, deps, officeFonts);
}
