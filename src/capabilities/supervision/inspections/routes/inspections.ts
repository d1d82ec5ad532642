import { z } from 'zod';
import { refuse, type RefusalCode } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { stepInspection } from '../commands/index.ts';
import {
  inspectionQuerySchema,
  inspectionSteps,
  inspectionStepSchemas,
  type InspectionStep,
} from '../contract.ts';
import {
  listInspections,
  openInspection,
  openInspectionFile,
  openOrder,
} from '../queries/index.ts';
import { inspectionPageSchema, inspectionViewSchema } from '../view.ts';
import { plain, tag } from '../../case-http.ts';
import { addOwnStep } from '../../own-http.ts';
import { addOwnFile, addOwnPaper } from '../../routes/own-files.ts';

const params = z.object({ id: z.uuid() });
const inDays = (days: number): string => named('day', String(days));
const finding = (of: string): string => named('inspection', `${of}:finding`);
const paper = (of: string): string => named('inspection', `${of}:paper`);

interface StepFacts {
  readonly at: string;
  readonly summary: string;
  readonly as: string;
  readonly body: object;
  readonly refusals: readonly RefusalCode[];
}

/** Where each step is sent, who does it, and an example of it. */
const facts: Readonly<Record<InspectionStep, StepFacts>> = {
  carryOut: {
    at: 'carrying-out',
    summary: 'Record that an inspection was carried out, and what was checked',
    as: 'supervisor1',
    body: { on: inDays(0), checked: '查阅了受理台账，走访了两位信访人。' },
    refusals: ['date-in-future', 'inspection-before-day'],
  },
  recordFinding: {
    at: 'findings',
    summary: 'Record a finding, with the correction demanded by a day',
    as: 'supervisor1',
    body: {
      kind: 'delay',
      text: '受理后两个月没有到现场。',
      basis: '《信访工作条例》第四十条。',
      demand: '到现场查清原因并答复信访人。',
      dueOn: inDays(15),
    },
    refusals: ['finding-demand-date', 'finding-date-past', 'finding-petition'],
  },
  answerFinding: {
    at: 'answers',
    summary: 'Answer a finding with what was corrected, by the inspected unit',
    as: 'housing',
    body: { findingId: finding('answerFinding'), text: '已到现场查清并答复信访人。' },
    refusals: ['finding-unknown', 'finding-not-in-status'],
  },
  verifyFinding: {
    at: 'verifications',
    summary: 'Verify a correction, by the team',
    as: 'supervisor1',
    body: { findingId: finding('verifyFinding'), text: '现场看过，已整改到位。' },
    refusals: ['finding-unknown', 'finding-not-in-status'],
  },
  reopenFinding: {
    at: 'reopenings',
    summary: 'Find that nothing was corrected: open again with a new day',
    as: 'supervisor1',
    body: { findingId: finding('reopenFinding'), text: '仍未答复信访人。', dueOn: inDays(10) },
    refusals: ['finding-unknown', 'finding-not-in-status', 'finding-date-past'],
  },
  superviseFinding: {
    at: 'supervision',
    summary: 'Open a supervision item for a finding that is grave or not corrected in time',
    as: 'supervisor1',
    body: {
      findingId: finding('superviseFinding'),
      words: '请书面说明迟迟没有到现场的原因和改进办法。',
      dueDate: inDays(7),
    },
    refusals: [
      'finding-unknown',
      'finding-supervised',
      'finding-not-supervised',
      'supervision-date-past',
    ],
  },
  draftOrder: {
    at: 'orders',
    summary: 'Draft the correction order of an inspection',
    as: 'supervisor1',
    body: { text: '整改情况连同证明材料报送本局。' },
    refusals: ['order-nothing', 'order-on-its-way'],
  },
  checkPaper: {
    at: 'paper-checks',
    summary: 'Check an order; not by whoever drafted it',
    as: 'officehead',
    body: { paperId: paper('checkPaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  signPaper: {
    at: 'paper-signatures',
    summary: 'Sign an order',
    as: 'officehead',
    body: { paperId: paper('signPaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  sealPaper: {
    at: 'paper-seals',
    summary: 'Seal a signed order: it gets its number',
    as: 'seal',
    body: { paperId: paper('sealPaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  issuePaper: {
    at: 'paper-issues',
    summary: 'Check, sign and seal an order at once',
    as: 'officehead',
    body: { paperId: paper('issuePaper') },
    refusals: ['paper-unknown', 'paper-stage', 'same-person'],
  },
  returnPaper: {
    at: 'paper-returns',
    summary: 'Return an order that is not sealed yet',
    as: 'officehead',
    body: { paperId: paper('returnPaper'), reason: '整改时限太短，请重新起草。' },
    refusals: ['paper-unknown', 'paper-stage'],
  },
  servePaper: {
    at: 'paper-services',
    summary: 'Record that an order was served on the unit',
    as: 'seal',
    body: {
      paperId: paper('servePaper'),
      way: 'hand',
      servedOn: inDays(0),
      proof: '县住建局办公室签收',
    },
    refusals: ['paper-unknown', 'paper-stage', 'service-before-seal', 'date-in-future'],
  },
  closeInspection: {
    at: 'closing',
    summary: 'Close an inspection whose findings are all verified',
    as: 'supervisor1',
    body: {},
    refusals: ['inspection-findings-open', 'order-on-its-way'],
  },
  cancelInspection: {
    at: 'cancelling',
    summary: 'Call off a planned inspection',
    as: 'supervisor1',
    body: { reason: '与县委巡察时间重合。' },
    refusals: [],
  },
};

const records = {
  path: '/inspections',
  example: 'inspection',
  keys: 'example-inspection',
  notInStatus: 'inspection-not-in-status',
} as const;

const stepRoute = (app: HttpServer, deps: SupervisionDeps, type: InspectionStep): void =>
  addOwnStep(app, deps, records, {
    type,
    ...facts[type],
    operationId: type.endsWith('Paper') ? `${type.replace('Paper', '')}Order` : type,
    input: inspectionStepSchemas[type],
    run: (id, input, options) => stepInspection(deps, id, type, input as never, options),
  });

function fileRoutes(app: HttpServer, deps: SupervisionDeps, officeFonts: string | undefined): void {
  addOwnFile(app, {
    path: '/inspections/:id/files/:fileId',
    operationId: 'getInspectionFile',
    summary: 'A photograph of a finding, or evidence of its correction',
    of: { id: named('inspection', 'verifyFinding'), fileId: named('inspection', 'file') },
    open: (actor, id, fileId) => openInspectionFile(deps, actor, id, fileId),
  });
  addOwnPaper(app, {
    path: '/inspections/:id/orders/:paperId',
    operationId: 'getCorrectionOrder',
    summary: 'A correction order as a file; before the seal a draft; the look is recorded',
    of: { id: named('inspection', 'servePaper'), paperId: paper('servePaper') },
    open: (actor, id, paperId, format) => openOrder(deps, actor, id, paperId, format, officeFonts),
  });
}

/** Inspections over HTTP. */
export function inspectionRoutesOf(
  app: HttpServer,
  deps: SupervisionDeps,
  officeFonts: string | undefined,
): void {
  app.get(
    '/inspections',
    {
      schema: operation(
        {
          tag,
          operationId: 'listInspections',
          summary: 'Inspections, newest first; an unannounced one is not shown to its unit before',
          request: { as: 'supervisor1', query: { status: 'carried-out' } },
        },
        { querystring: inspectionQuerySchema, response: { 200: inspectionPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listInspections(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/inspections/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getInspection',
          summary: 'One inspection: what is looked at, found, demanded, corrected',
          request: { as: 'supervisor1', params: { id: named('inspection', 'verifyFinding') } },
        },
        { params, response: { 200: inspectionViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openInspection(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  for (const type of inspectionSteps) stepRoute(app, deps, type);
  fileRoutes(app, deps, officeFonts);
}
