import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorId, type StaffActor } from '../../kernel/actor.ts';
import { isGranted } from '../../kernel/permissions.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import {
  operation,
  RefusalThrown,
  sendRefusal,
  type HttpServer,
} from '../../platform/http/index.ts';
import { changeWording, restoreWording } from './commands.ts';
import {
  paperTemplatesSchema,
  previewFormatSchema,
  previewSchema,
  slotParamsSchema,
  templatedKindSchema,
  wordingSchema,
} from './contract.ts';
import { composePreview, previewPaper } from './preview.ts';
import { readTemplates, readWording } from './queries.ts';

export interface PaperRoutesOptions {
  readonly db: Database;
  /** Who is signed in; null when nobody is. */
  readonly actorOf: (request: FastifyRequest) => Promise<StaffActor | null>;
  /** Folder with the office's own fonts, for previews. */
  readonly officeFonts?: string | undefined;
}

const tag = 'papers';
/** Of the assignment: when the report is due. */
const passage = { as: 'officehead', params: { kind: 'assignment', slot: 'report' } };
const done = z.object({ kind: templatedKindSchema, slot: z.string() });

/** Whoever changes what all papers of a unit say (verb `template.edit`). */
const editorOf =
  (actorOf: PaperRoutesOptions['actorOf']) =>
  async (request: FastifyRequest): Promise<StaffActor> => {
    const actor = await actorOf(request);
    if (actor === null) throw new RefusalThrown({ code: 'not-signed-in', params: {} });
    if (isGranted(actor.roles, 'template.edit', new Set(['unit']))) return actor;
    throw new RefusalThrown({ code: 'not-permitted', params: { verb: 'template.edit' } });
  };

/** The wording page: what the papers of my unit say, changed passage by passage (G-1). */
export const paperRoutes = ({ db, actorOf, officeFonts }: PaperRoutesOptions) => {
  const editor = editorOf(actorOf);
  const as = <T>(actor: StaffActor, access: 'read' | 'write', work: (tx: Tx) => Promise<T>) =>
    db.withActor(
      { actor: actorId(actor), units: [actor.unitId], roles: actor.roles },
      access,
      work,
    );
  return async (app: HttpServer): Promise<void> => {
    app.get(
      '/paper-templates',
      {
        schema: operation(
          {
            tag,
            operationId: 'listPaperTemplates',
            summary: 'The changeable passages of all papers, with my unit’s own wording',
            request: { as: 'officehead' },
          },
          { response: { 200: paperTemplatesSchema } },
        ),
      },
      async (request) => {
        const actor = await editor(request);
        return as(actor, 'read', (tx) => readTemplates(tx, actor.unitId));
      },
    );

    app.put(
      '/paper-templates/:kind/:slot',
      {
        schema: operation(
          {
            tag,
            operationId: 'changePaperTemplate',
            summary: 'My unit’s own wording of one passage',
            request: { ...passage, body: { text: '请于{reportOn}前将办理结果书面报送{we}。' } },
          },
          { params: slotParamsSchema, body: wordingSchema, response: { 200: done } },
        ),
      },
      async (request, reply) => {
        const actor = await editor(request);
        const { kind, slot } = request.params;
        const changed = await as(actor, 'write', (tx) =>
          changeWording(tx, {
            unitId: actor.unitId,
            kind,
            slot,
            text: request.body.text,
            actor: actorId(actor),
            at: tx.openedAt,
          }),
        );
        return changed.ok ? { kind, slot } : sendRefusal(reply, changed.refusal);
      },
    );

    app.delete(
      '/paper-templates/:kind/:slot',
      {
        schema: operation(
          {
            tag,
            operationId: 'restorePaperTemplate',
            summary: 'Back to the default wording',
            request: passage,
          },
          { params: slotParamsSchema, response: { 200: done } },
        ),
      },
      async (request) => {
        const actor = await editor(request);
        const { kind, slot } = request.params;
        await as(actor, 'write', (tx) => restoreWording(tx, actor.unitId, kind, slot));
        return { kind, slot };
      },
    );

    app.post(
      '/paper-templates/:kind/preview',
      {
        schema: operation(
          {
            tag,
            operationId: 'previewPaperTemplate',
            summary: 'An invented paper of the kind as PDF, with wording that is not kept yet',
            request: {
              as: 'officehead',
              params: { kind: 'assignment' },
              query: { format: 'pdf' },
              body: { slots: { report: '请于{reportOn}前将办理结果书面报送{we}。' } },
            },
            files: ['application/pdf'],
          },
          {
            params: z.object({ kind: templatedKindSchema }),
            querystring: previewFormatSchema,
            body: previewSchema,
          },
        ),
      },
      async (request, reply) => {
        const actor = await editor(request);
        const { kind } = request.params;
        const own = await as(actor, 'read', (tx) => readWording(tx, actor.unitId, kind));
        if (request.query.format === 'document') {
          const composed = composePreview(kind, own, request.body.slots);
          if (!composed.ok) return sendRefusal(reply, composed.refusal);
          return reply.header('cache-control', 'no-store').send(composed.value);
        }
        const preview = await previewPaper(kind, own, request.body.slots, officeFonts);
        if (!preview.ok) return sendRefusal(reply, preview.refusal);
        return reply
          .type('application/pdf')
          .header('cache-control', 'no-store')
          .header('content-disposition', 'inline; filename="preview.pdf"')
          .send(Buffer.from(preview.value));
      },
    );
  };
};
