import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/refusals.ts';
import {
  languageOf,
  named,
  noContent,
  operation,
  recordSecurity,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireFreshStaff, requireStaff } from '../../identity-organisation/index.ts';
import { exportViewSchema, newExportSchema } from '../contract.ts';
import { approveExport, askExport, askExportAgain } from './ask.ts';
import type { ExportDeps } from './deps.ts';
import { getExport, listExports, openExport } from './read.ts';

const tag = 'desk';
const params = z.object({ id: z.uuid() });
/** The export that the example of `askExport` made. */
const ofAnswer = { params: { id: named('answer', 'askExport') } };
const mine = { as: 'officer1', ...ofAnswer };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ExportRoutesOptions {
  readonly deps: ExportDeps;
  readonly now?: () => number;
}

/** What leaves the house stands in the security log. */
const recordExport = (
  request: FastifyRequest,
  action: string,
  actor: StaffActor,
  subject: string,
): Promise<void> =>
  recordSecurity(request, {
    action,
    actor: actorId(actor),
    unit: actor.unitId,
    outcome: 'done',
    subject,
  });

/** Lists as files: ask, approve, watch, fetch; register it with the prefix `/api/v1`. */
export const exportRoutes = async (
  app: HttpServer,
  { deps, now = Date.now }: ExportRoutesOptions,
): Promise<void> => {
  app.post(
    '/exports',
    {
      schema: operation(
        {
          tag,
          operationId: 'askExport',
          summary: 'Ask for a list as XLSX; many rows or personal data need a second person',
          example: {
            list: 'petitions',
            query: { status: 'handling' },
            personal: true,
            reason: '季度会商用',
          },
          links: {
            getExport: { id: '$response.body#/id' },
            askExportAgain: { id: '$response.body#/id' },
            decideExport: { id: '$response.body#/id' },
            getExportFile: { id: '$response.body#/id' },
          },
        },
        { body: newExportSchema, response: { 201: z.object({ id: z.uuid() }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireFreshStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const asked = await askExport(deps, staff.value, request.body, languageOf(request), now());
      if (!asked.ok) return sendRefusal(reply, asked.refusal);
      await recordExport(request, 'export', staff.value, asked.value.id);
      return reply.code(201).send(asked.value);
    },
  );

  app.post(
    '/exports/:id/again',
    {
      schema: operation(
        {
          tag,
          operationId: 'askExportAgain',
          summary: 'Ask once more for what I asked before, as when no file came of it',
          request: mine,
        },
        { params, response: { 201: z.object({ id: z.uuid() }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireFreshStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const asked = await askExportAgain(deps, staff.value, request.params.id, now());
      if (!asked.ok) return sendRefusal(reply, asked.refusal);
      await recordExport(request, 'export', staff.value, asked.value.id);
      return reply.code(201).send(asked.value);
    },
  );

  app.get(
    '/exports',
    {
      schema: operation(
        {
          tag,
          operationId: 'listExports',
          summary: 'Exports of my unit, newest first',
        },
        { response: { 200: z.object({ items: z.array(exportViewSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return { items: [...(await listExports(deps, staff.value))] };
    },
  );

  app.get(
    '/exports/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getExport',
          summary: 'How far an export is',
          request: mine,
        },
        { params, response: { 200: exportViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await getExport(deps, staff.value, request.params.id);
      return view ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );

  app.post(
    '/exports/:id/approval',
    {
      schema: operation(
        {
          tag,
          operationId: 'decideExport',
          summary: 'Allow or refuse an export as the second person',
          request: { as: 'officehead', ...ofAnswer, body: { approved: true } },
          refusals: ['second-person-required', 'export-decided'],
        },
        { params, body: z.object({ approved: z.boolean() }), response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const staff = requireFreshStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { approved } = request.body;
      const decided = await approveExport(deps, staff.value, request.params.id, approved);
      if (!decided.ok) return sendRefusal(reply, decided.refusal);
      await recordExport(
        request,
        approved ? 'export-approved' : 'export-refused',
        staff.value,
        request.params.id,
      );
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/exports/:id/file',
    {
      schema: operation(
        {
          tag,
          operationId: 'getExportFile',
          summary: 'The file of my export',
          request: mine,
          files: [xlsx],
        },
        { params },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const file = await openExport(deps, staff.value, request.params.id);
      if (!file.ok) return sendRefusal(reply, file.refusal);
      await recordExport(request, 'export-fetched', staff.value, request.params.id);
      return reply
        .type(xlsx)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="huiyin-${request.params.id}.xlsx"`)
        .send(Readable.from(file.value));
    },
  );
};
