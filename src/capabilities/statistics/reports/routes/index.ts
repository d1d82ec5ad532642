import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import { renderPaper } from '../../../papers/index.ts';
import { beginReport, correctReport, stepReport, type ReportDeps } from '../commands/index.ts';
import {
  beginReportSchema,
  correctReportSchema,
  reportLineSchema,
  reportStepSchemas,
  reportViewSchema,
  type ReportStep,
} from '../contract.ts';
import { paperOf } from '../paper.ts';
import { listReports, openReport } from '../queries/reports.ts';
import { reportKinds, reportStatuses } from '../report.ts';

const tag = 'statistics';
const params = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid(), version: z.int() });

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

export interface ReportRoutesOptions {
  readonly deps: ReportDeps;
  /** Folder with the office's own fonts. */
  readonly officeFonts: string | undefined;
}

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

function readRoutes(app: HttpServer, { deps, officeFonts }: ReportRoutesOptions): void {
  app.get(
    '/reports',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReports',
          summary: 'Reports of my unit, and final ones of places whose figures I see',
          request: { as: 'leader', query: { status: 'final' } },
          refusals: ['not-permitted'],
        },
        {
          querystring: z.object({
            kind: z.enum(reportKinds).optional(),
            status: z.enum(reportStatuses).optional(),
            after: z
              .string()
              .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
              .optional(),
            limit: z.coerce.number().int().min(1).max(100).default(30),
          }),
          response: {
            200: z.object({
              items: z.array(reportLineSchema),
              next: z.string().nullable(),
              mayDraft: z.boolean(),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await listReports(deps, staff.value, request.query);
      return found.ok ? reply.send(plain(found.value)) : sendRefusal(reply, found.refusal);
    },
  );
  app.get(
    '/reports/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReport',
          summary: 'One report: figures, tables, charts, text',
          request: { as: 'leader', params: { id: named('report', 'read') } },
        },
        { params, response: { 200: reportViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openReport(deps, staff.value, request.params.id);
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );
  for (const format of ['pdf', 'docx'] as const) {
    app.get(
      `/reports/:id/paper.${format}`,
      {
        schema: operation(
          {
            tag,
            operationId: format === 'pdf' ? 'getReportPdf' : 'getReportDocx',
            summary: `A report in the layout of GB/T 9704 as ${format.toUpperCase()}`,
            request: { as: 'leader', params: { id: named('report', 'read') } },
            files: [mediaTypes[format]],
          },
          { params },
        ),
      },
      async (request, reply) => {
        const staff = requireStaff(request);
        if (!staff.ok) return sendRefusal(reply, staff.refusal);
        const found = await openReport(deps, staff.value, request.params.id);
        if (found === null) return sendRefusal(reply, refuse('not-found').refusal);
        const document = paperOf(found);
        const { bytes } = await renderPaper(document, format, officeFonts);
        const name = encodeURIComponent(`${document.title.replaceAll('\n', '')}.${format}`);
        return reply
          .type(mediaTypes[format])
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
          .send(Buffer.from(bytes));
      },
    );
  }
}

function beginRoutes(app: HttpServer, deps: ReportDeps): void {
  app.post(
    '/reports',
    {
      schema: operation(
        {
          tag,
          operationId: 'beginReport',
          summary: 'Draft the report of a month, quarter or year from the figures',
          request: {
            as: 'officer1',
            headers: { 'idempotency-key': 'example-report' },
            body: { kind: 'year', day: named('day', '-400') },
          },
          refusals: [
            'not-permitted',
            'report-place',
            'report-period',
            'report-as-of',
            'report-exists',
            'report-facts-behind',
            'idempotency-key-reused',
          ],
        },
        { body: beginReportSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const options = { actor: sender.value.actor, commandKey: sender.value.commandKey };
      const begun = await beginReport(deps, request.body, options);
      return begun.ok ? reply.code(201).send(begun.value) : sendRefusal(reply, begun.refusal);
    },
  );
  app.post(
    '/reports/:id/corrections',
    {
      schema: operation(
        {
          tag,
          operationId: 'correctReport',
          summary: 'Begin the next edition of a final report, with the reason',
          request: {
            as: 'officer1',
            params: { id: named('report', 'read') },
            headers: { 'idempotency-key': 'example-correction' },
            body: { reason: '有3件事项的责任单位登记有误，已更正。' },
          },
          refusals: [
            'not-permitted',
            'report-not-final',
            'report-reason-missing',
            'report-as-of',
            'report-period',
            'report-exists',
            'report-facts-behind',
            'idempotency-key-reused',
          ],
        },
        { params, body: correctReportSchema, response: { 201: made } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const options = { actor: sender.value.actor, commandKey: sender.value.commandKey };
      const begun = await correctReport(deps, request.params.id, request.body, options);
      return begun.ok ? reply.code(201).send(begun.value) : sendRefusal(reply, begun.refusal);
    },
  );
}

const steps = {
  recountReport: {
    at: 'recounts',
    as: 'officer1',
    summary: 'Count a draft again, as known at the end of a later day',
    example: {},
  },
  wordReport: {
    at: 'wordings',
    as: 'officer1',
    summary: 'Word parts of a draft; an empty part is drafted from the figures again',
    example: { sections: { other: '下一步，将重点化解物业管理、欠薪两类问题。' } },
  },
  finaliseReport: {
    at: 'finalisations',
    as: 'officehead',
    summary: 'Finalise a draft that others wrote; nothing of it changes any more',
    example: {},
  },
} as const satisfies Record<ReportStep, unknown>;

/** Reports over HTTP; register it with the prefix `/api/v1`. */
export const reportRoutes = async (
  app: HttpServer,
  options: ReportRoutesOptions,
): Promise<void> => {
  const { deps } = options;
  readRoutes(app, options);
  beginRoutes(app, deps);
  for (const type of Object.keys(steps) as ReportStep[]) {
    const { at, as, summary, example } = steps[type];
    app.post(
      `/reports/:id/${at}`,
      {
        schema: operation(
          {
            tag,
            operationId: type,
            summary,
            request: {
              as,
              params: { id: named('report', type) },
              headers: { 'idempotency-key': `example-${type}` },
              body: { input: example },
            },
            refusals: [
              'not-permitted',
              'report-changed',
              'report-final',
              'idempotency-key-reused',
              ...(type === 'finaliseReport'
                ? (['report-own-draft', 'report-section-open'] as const)
                : type === 'recountReport'
                  ? (['report-as-of', 'report-period', 'report-facts-behind'] as const)
                  : (['report-unchanged', 'text-too-long', 'text-encoding'] as const)),
            ],
          },
          {
            params,
            body: z.object({
              expectedVersion: z.int().optional(),
              input: reportStepSchemas[type] as z.ZodType,
            }),
            response: { 200: made },
          },
        ),
      },
      async (request, reply) => {
        const sender = requireSender(request, deps);
        if (!sender.ok) return sendRefusal(reply, sender.refusal);
        const { expectedVersion, input } = request.body;
        const done = await stepReport(deps, request.params.id, type, input as never, {
          actor: sender.value.actor,
          commandKey: sender.value.commandKey,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        });
        return done.ok ? done.value : sendRefusal(reply, done.refusal);
      },
    );
  }
};
