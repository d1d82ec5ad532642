import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import {
  disposition,
  named,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import { chooseWay, stepWay } from '../commands/index.ts';
import {
  chooseSchema,
  waysQuerySchema,
  waySteps,
  wayStepSchemas,
  type WayStep,
} from '../contract.ts';
import {
  listWays,
  openProofFile,
  openSheetFile,
  openWay,
  waysOfPetition,
} from '../queries/index.ts';
import { wayPageSchema, waysOfPetitionSchema, wayViewSchema } from '../view-schemas.ts';
import { wayAddresses, wayExamples, waySummaries } from './examples.ts';

const tag = 'case-sponsorship';
const params = z.object({ id: z.uuid() });
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

const refusalsOf: Readonly<
  Record<
    WayStep,
    readonly (
      | 'way-out-step'
      | 'way-out-date'
      | 'aid-approver'
      | 'aid-paid-early'
      | 'way-out-unfinished'
    )[]
  >
> = {
  recordStep: ['way-out-step', 'way-out-date'],
  explainLaw: ['way-out-date'],
  approveAid: ['aid-approver'],
  refuseAid: ['aid-approver'],
  payAid: ['way-out-date', 'aid-paid-early'],
  finishWay: ['way-out-unfinished'],
  changeWay: [],
};

function stepRoute(app: HttpServer, deps: SponsorshipDeps, type: WayStep): void {
  const { as, input: example } = wayExamples[type];
  app.post(
    `/ways-out/:id/${wayAddresses[type]}`,
    {
      schema: operation(
        {
          tag,
          operationId: type,
          summary: waySummaries[type],
          request: {
            as,
            params: { id: named('way-out', type) },
            headers: { 'idempotency-key': `example-way-${type}` },
            body: { input: example },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'way-out-not-in-status',
            ...refusalsOf[type],
          ],
        },
        {
          params,
          body: z.object({
            expectedVersion: z.int().optional(),
            input: wayStepSchemas[type] as z.ZodType,
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
      const done = await stepWay(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        uploadOwner: sender.value.uploadOwner,
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

function fileRoutes(app: HttpServer, deps: SponsorshipDeps, officeFonts?: string): void {
  app.get(
    '/ways-out/:id/sheet',
    {
      schema: operation(
        {
          tag,
          operationId: 'getAidSheet',
          summary: 'The approval sheet of aid as a paper; the look is recorded',
          request: {
            as: 'housing',
            params: { id: named('way-out', 'paid') },
            query: { format: 'pdf' },
          },
          files: Object.values(mediaTypes),
        },
        { params, querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { format } = request.query;
      const { id } = request.params;
      const file = await openSheetFile(deps, staff.value, id, format, officeFonts);
      if (file === null) return sendRefusal(reply, refuse('not-found').refusal);
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition('inline', `${file.title}.${format}`))
        .send(file.bytes);
    },
  );
  app.get(
    '/ways-out/:id/files/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getAidProof',
          summary: 'A file that shows that aid was paid; the look is recorded',
          request: {
            as: 'housing',
            params: { id: named('way-out', 'paid'), fileId: named('way-out', 'file') },
          },
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: params.extend({ fileId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, fileId } = request.params;
      const file = await openProofFile(deps, staff.value, id, fileId);
      return file === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, file);
    },
  );
}

function readRoutes(app: HttpServer, deps: SponsorshipDeps): void {
  app.get(
    '/ways-out',
    {
      schema: operation(
        {
          tag,
          operationId: 'listWaysOut',
          summary: 'Ways out that were chosen, newest first',
          request: { as: 'officer1', query: { way: 'aid', status: 'done' } },
        },
        { querystring: waysQuerySchema, response: { 200: wayPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listWays(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/ways-out/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getWayOut',
          summary: 'One way out with its steps, explanations or approvals',
          request: { as: 'housing', params: { id: named('way-out', 'paid') } },
        },
        { params, response: { 200: wayViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openWay(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  app.get(
    '/petitions/:id/ways-out',
    {
      schema: operation(
        {
          tag,
          operationId: 'listWaysOutOfPetition',
          summary: 'The ways out of one petition',
          request: { as: 'housing', params: { id: named('petition', 'recordTalk') } },
        },
        { params, response: { 200: waysOfPetitionSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await waysOfPetition(deps, staff.value, request.params.id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
}

/** The three ways out over HTTP (S-5). */
export function wayRoutesOf(app: HttpServer, deps: SponsorshipDeps, officeFonts?: string): void {
  app.post(
    '/petitions/:id/ways-out',
    {
      schema: operation(
        {
          tag,
          operationId: 'chooseWayOut',
          summary: 'Choose policy, law explained, or aid, for a case or one of its demands',
          description:
            'Aid never depends on withdrawing or on not petitioning any more: nothing asks.',
          request: {
            as: 'housing',
            params: { id: named('petition', 'recordTalk') },
            headers: { 'idempotency-key': 'example-choose-way' },
            body: { way: 'law', reason: '所提要求超出现行政策，需要当面解释。' },
          },
          refusals: [
            'idempotency-key-reused',
            'way-out-accusation',
            'way-out-demand',
            'way-out-steps',
            'way-out-step-past',
            'aid-amount',
          ],
        },
        {
          params,
          body: chooseSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await chooseWay(deps, request.params.id, request.body, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  for (const type of waySteps) stepRoute(app, deps, type);
  readRoutes(app, deps);
  fileRoutes(app, deps, officeFonts);
}
