import { z } from 'zod';
import type { StaffActor } from '../../../../kernel/actor.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import {
  named,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import { paperFormats, paperTypes, plain, sendPaper, tag } from '../../case-http.ts';
import type { ConsequencesDeps } from '../commands/index.ts';
import { consequencesQuerySchema } from '../contract.ts';
import {
  findConsequencesOfPetition,
  listConsequences,
  listNotices,
  openConsequence,
  openConsequenceFile,
  openConsequencePaper,
  openNotice,
  openTraceBack,
  openTracePaper,
} from '../queries/index.ts';
import {
  consequencesOfPetitionSchema,
  consequencesPageSchema,
  consequenceViewSchema,
  noticesSchema,
  traceBackSchema,
} from '../view-schemas.ts';

const params = z.object({ id: z.uuid() });
const format = z.object({ format: z.enum(paperFormats).default('pdf') });
const files = [paperTypes.pdf, paperTypes.docx, 'application/json'];
const notFound = () => refuse('not-found').refusal;
const ofPetition = {
  as: 'supervisor1',
  params: { id: named('consequence-petition', 'propose') },
};
const one = { as: 'supervisor1', params: { id: named('consequence', 'read') } };
const notice = { as: 'housing', params: { id: named('consequence', 'notice') } };

/** One record by its id, or 404. */
function oneRoute(
  app: HttpServer,
  url: string,
  schema: object,
  open: (actor: StaffActor, id: string) => Promise<unknown>,
): void {
  app.get(url, { schema }, async (request, reply) => {
    const staff = requireStaff(request);
    if (!staff.ok) return sendRefusal(reply, staff.refusal);
    const found = await open(staff.value, (request.params as z.infer<typeof params>).id);
    return found === null ? sendRefusal(reply, notFound()) : reply.send(plain(found));
  });
}

function listRoutes(app: HttpServer, deps: ConsequencesDeps): void {
  app.get(
    '/supervision/consequences',
    {
      schema: operation(
        {
          tag,
          operationId: 'listConsequences',
          summary: 'Consequences that the reader sees, newest first',
          request: { as: 'supervisor1', query: { status: 'in-force' } },
        },
        { querystring: consequencesQuerySchema, response: { 200: consequencesPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listConsequences(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/supervision/notices',
    {
      schema: operation(
        {
          tag,
          operationId: 'listCirculatedNotices',
          summary: 'Circulated notices, for every unit',
          request: { as: 'housing' },
        },
        { response: { 200: noticesSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain({ items: await listNotices(deps) });
    },
  );
}

function paperRoutes(app: HttpServer, deps: ConsequencesDeps, fonts: string | undefined): void {
  app.get(
    '/supervision/notices/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getCirculatedNotice',
          summary: 'A circulated notice as PDF, DOCX or content, for every unit',
          request: { ...notice, query: { format: 'pdf' } },
          files,
        },
        { params, querystring: format },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const document = await openNotice(deps, request.params.id);
      return sendPaper(reply, document, request.query.format, fonts);
    },
  );
  app.get(
    '/supervision/consequences/:id/papers/:paperId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getConsequencePaper',
          summary: 'The paper of a consequence; before its seal a preview for its office',
          request: {
            ...one,
            params: { ...one.params, paperId: named('consequence-paper', 'read') },
            query: { format: 'pdf' },
          },
          files,
        },
        { params: params.extend({ paperId: z.uuid() }), querystring: format },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, paperId } = request.params;
      const document = await openConsequencePaper(deps, staff.value, id, paperId);
      return sendPaper(reply, document, request.query.format, fonts);
    },
  );
  app.get(
    '/petitions/:id/trace-back/paper',
    {
      schema: operation(
        {
          tag,
          operationId: 'getTraceBackPaper',
          summary: 'Who held a matter when, as a paper; the look is recorded',
          request: { ...ofPetition, query: { format: 'pdf' } },
          files,
        },
        { params, querystring: format },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const document = await openTracePaper(deps, staff.value, request.params.id, Date.now());
      return sendPaper(reply, document, request.query.format, fonts);
    },
  );
}

function fileRoute(app: HttpServer, deps: ConsequencesDeps): void {
  app.get(
    '/supervision/consequences/:id/files/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getConsequenceFile',
          summary: 'A file that came with a statement or a correction',
          request: {
            as: 'supervisor1',
            params: {
              id: named('consequence', 'file'),
              fileId: named('consequence-paper', 'file'),
            },
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
      const file = await openConsequenceFile(deps, staff.value, id, fileId);
      return file === null ? sendRefusal(reply, notFound()) : sendFile(reply, file);
    },
  );
}

/** What reads consequences, notices and trace-backs, for staff. */
export function readRoutesOf(
  app: HttpServer,
  deps: ConsequencesDeps,
  fonts: string | undefined,
): void {
  listRoutes(app, deps);
  oneRoute(
    app,
    '/petitions/:id/consequences',
    operation(
      {
        tag,
        operationId: 'listConsequencesOfPetition',
        summary: 'Consequences that a petition gave rise to, and for whom one may be proposed',
        request: ofPetition,
      },
      { params, response: { 200: consequencesOfPetitionSchema } },
    ),
    (actor, id) => findConsequencesOfPetition(deps, actor, id, Date.now()),
  );
  oneRoute(
    app,
    '/supervision/consequences/:id',
    operation(
      {
        tag,
        operationId: 'getConsequence',
        summary: 'One consequence: why, what the unit said, what was decided and came of it',
        request: one,
      },
      { params, response: { 200: consequenceViewSchema } },
    ),
    (actor, id) => openConsequence(deps, actor, id, Date.now()),
  );
  oneRoute(
    app,
    '/petitions/:id/trace-back',
    operation(
      {
        tag,
        operationId: 'getTraceBack',
        summary: 'Who held a matter when, and what each did and left undone; the look is recorded',
        request: ofPetition,
      },
      { params, response: { 200: traceBackSchema } },
    ),
    (actor, id) => openTraceBack(deps, actor, id, Date.now()),
  );
  paperRoutes(app, deps, fonts);
  fileRoute(app, deps);
}
