import { z } from 'zod';
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
import type { SupervisionDeps } from '../commands/index.ts';
import { lettersQuerySchema } from '../contract.ts';
import {
  findLettersOfPetition,
  listLetters,
  openLetterFile,
  openLetterPaper,
  openLetters,
  readLettersSettings,
} from '../queries/index.ts';
import {
  lettersOfPetitionSchema,
  lettersPageSchema,
  lettersSettingsViewSchema,
  lettersViewSchema,
} from '../view-schemas.ts';

const params = z.object({ id: z.uuid() });
const one = { as: 'supervisor1', params: { id: named('letters', 'read') } };
const notFound = () => refuse('not-found').refusal;

function listRoutes(app: HttpServer, deps: SupervisionDeps): void {
  app.get(
    '/supervision/letters',
    {
      schema: operation(
        {
          tag,
          operationId: 'listSupervisionLetters',
          summary: 'Letters of supervision that the reader sees, newest first',
          request: { as: 'supervisor1', query: { status: 'awaiting' } },
        },
        { querystring: lettersQuerySchema, response: { 200: lettersPageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await listLetters(deps, staff.value, request.query, Date.now()));
    },
  );
  app.get(
    '/petitions/:id/supervision-letters',
    {
      schema: operation(
        {
          tag,
          operationId: 'listSupervisionLettersOfPetition',
          summary: 'Letters of supervision about one petition, and what may be begun',
          request: { as: 'supervisor1', params: { id: named('letters-petition', 'begin') } },
        },
        { params, response: { 200: lettersOfPetitionSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await findLettersOfPetition(deps, staff.value, request.params.id, Date.now());
      return found === null ? sendRefusal(reply, notFound()) : reply.send(plain(found));
    },
  );
  app.get(
    '/supervision/letter-settings',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSupervisionLetterSettings',
          summary: 'Names, order and limits of the three letters of the reader’s office',
          request: { as: 'officehead' },
        },
        { response: { 200: lettersSettingsViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await readLettersSettings(deps, staff.value));
    },
  );
}

/** What reads letters of supervision, for staff. */
export function readRoutesOf(
  app: HttpServer,
  deps: SupervisionDeps,
  fonts: string | undefined,
): void {
  listRoutes(app, deps);
  app.get(
    '/supervision/letters/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSupervisionLetters',
          summary: 'One ladder of letters: what was sent, answered, judged, and what comes next',
          request: one,
        },
        { params, response: { 200: lettersViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const found = await openLetters(deps, staff.value, request.params.id, Date.now());
      return found === null ? sendRefusal(reply, notFound()) : reply.send(plain(found));
    },
  );
  app.get(
    '/supervision/letters/:id/papers/:paperId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSupervisionLetterPaper',
          summary: 'A letter as PDF, DOCX or content; before its seal a preview for its office',
          request: {
            ...one,
            params: { ...one.params, paperId: named('letters-paper', 'read') },
            query: { format: 'pdf' },
          },
          files: [paperTypes.pdf, paperTypes.docx, 'application/json'],
        },
        {
          params: params.extend({ paperId: z.uuid() }),
          querystring: z.object({ format: z.enum(paperFormats).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, paperId } = request.params;
      const document = await openLetterPaper(deps, staff.value, id, paperId);
      return sendPaper(reply, document, request.query.format, fonts);
    },
  );
  app.get(
    '/supervision/letters/:id/files/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSupervisionLetterFile',
          summary: 'A file that came with an answer',
          request: {
            as: 'supervisor1',
            params: { id: named('letters', 'file'), fileId: named('letters-file', 'file') },
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
      const file = await openLetterFile(deps, staff.value, id, fileId);
      return file === null ? sendRefusal(reply, notFound()) : sendFile(reply, file);
    },
  );
}
