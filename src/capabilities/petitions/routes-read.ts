import { z } from 'zod';
import { actorId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusals.ts';
import {
  disposition,
  named,
  noContent,
  operation,
  recordSecurity,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../platform/http/index.ts';
import { requireStaff } from '../identity-organisation/index.ts';
import { renderPaper, type PaperDocument } from '../papers/index.ts';
import { namesAt } from './queries/visible.ts';
import {
  explainClock,
  openAttachment,
  openPaperDocument,
  openReceipt,
  openServiceProof,
  openPetitionView,
  revealPerson,
  type PetitionReads,
} from './queries/index.ts';
import { freshForAccusations } from './routes/fresh.ts';
import { Presence } from './queries/presence.ts';
import {
  clockExplanationSchema,
  petitionViewSchema,
  revealedPersonSchema,
} from './view-schemas.ts';

const tag = 'petitions';

/** What the reading routes need. */
export interface PetitionReadRoutesOptions {
  readonly deps: PetitionReads & { readonly publicUrl: string };
  /** Sets a paper; the papers' own renderer unless a worker process does it. */
  readonly render?: (document: PaperDocument, format: 'pdf' | 'docx') => Promise<Uint8Array>;
  readonly now?: () => number;
}

const petitionParams = z.object({ id: z.uuid() });

const exampleOf = (of: string, more: Readonly<Record<string, string>> = {}) => ({
  as: 'officer1',
  params: { id: named('petition', of), ...more },
});

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Everything that reads one petition over HTTP; register it with the prefix `/api/v1`. */
export const petitionReadRoutes = async (
  app: HttpServer,
  options: PetitionReadRoutesOptions,
): Promise<void> => {
  app.addHook('preHandler', freshForAccusations(options.deps));
  pageRoutes(app, options);
  fileRoutes(app, options);
  presenceRoutes(app, options);
};

function pageRoutes(app: HttpServer, { deps, now = Date.now }: PetitionReadRoutesOptions): void {
  app.get(
    '/petitions/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getPetition',
          summary: 'One petition as I may see it',
          request: exampleOf('getPetition'),
        },
        { params: petitionParams, response: { 200: petitionViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await openPetitionView(deps, staff.value, request.params.id, now());
      if (view === null) return sendRefusal(reply, refuse('not-found').refusal);
      void reply.header('cache-control', 'no-store');
      return reply.send(plain(view));
    },
  );

  app.get(
    '/petitions/:id/clocks/:key',
    {
      schema: operation(
        {
          tag,
          operationId: 'explainClock',
          summary: 'One clock, day by day',
          request: exampleOf('explainClock', { key: 'triage' }),
        },
        {
          params: petitionParams.extend({ key: z.string().max(120) }),
          response: { 200: clockExplanationSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, key } = request.params;
      const shown = await explainClock(deps, staff.value, id, key, now());
      return shown === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(shown));
    },
  );

  app.post(
    '/petitions/:id/people/:personId/reveal',
    {
      schema: operation(
        {
          tag,
          operationId: 'revealPerson',
          summary: 'A person in full; the look is recorded',
          request: exampleOf('revealPerson', { personId: named('person', 'revealPerson') }),
        },
        {
          params: petitionParams.extend({ personId: z.uuid() }),
          response: { 200: revealedPersonSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, personId } = request.params;
      const shown = await revealPerson(deps, staff.value, id, personId);
      await recordSecurity(request, {
        action: 'reveal',
        actor: actorId(staff.value),
        unit: staff.value.unitId,
        subject: id,
        ...(shown.ok ? { outcome: 'done' } : { outcome: 'refused', reason: shown.refusal.code }),
      });
      if (!shown.ok) return sendRefusal(reply, shown.refusal);
      void reply.header('cache-control', 'no-store');
      return reply.send(plain(shown.value));
    },
  );
}

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

function fileRoutes(app: HttpServer, options: PetitionReadRoutesOptions): void {
  const { deps } = options;
  const render =
    options.render ??
    (async (document: PaperDocument, format: 'pdf' | 'docx') =>
      (await renderPaper(document, format)).bytes);

  app.get(
    '/petitions/:id/papers/:paperId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getPaper',
          summary:
            'A paper as PDF, DOCX or content; before its seal a preview; `receipt` is the receipt',
          request: {
            ...exampleOf('getPaper', { paperId: named('paper', 'getPaper') }),
            query: { format: 'pdf' },
          },
          files: [mediaTypes.pdf, mediaTypes.docx, 'application/json'],
        },
        {
          params: petitionParams.extend({ paperId: z.union([z.uuid(), z.literal('receipt')]) }),
          querystring: z.object({ format: z.enum(['pdf', 'docx', 'preview']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, paperId } = request.params;
      const document =
        paperId === 'receipt'
          ? await openReceipt(deps, staff.value, id)
          : ((await openPaperDocument(deps, staff.value, id, paperId))?.document ?? null);
      if (document === null) return sendRefusal(reply, refuse('not-found').refusal);
      void reply.header('cache-control', 'no-store');
      const { format } = request.query;
      if (format === 'preview') return reply.send(document);
      const bytes = await render(document, format);
      const name = `${document.title.replaceAll('\n', '')}.${format}`;
      return reply
        .type(mediaTypes[format])
        .header(
          'content-disposition',
          disposition(format === 'pdf' ? 'inline' : 'attachment', name),
        )
        .send(Buffer.from(bytes));
    },
  );

  app.get(
    '/petitions/:id/papers/:paperId/service-proof',
    {
      schema: operation(
        {
          tag,
          operationId: 'getServiceProof',
          summary: 'The proof of service of a paper: to be signed before, what happened after',
          request: {
            ...exampleOf('servePaper', { paperId: named('paper', 'servePaper') }),
            as: 'housing',
            query: { format: 'pdf' },
          },
          files: [mediaTypes.pdf, mediaTypes.docx],
        },
        {
          params: petitionParams.extend({ paperId: z.uuid() }),
          querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, paperId } = request.params;
      const document = await openServiceProof(deps, staff.value, id, paperId);
      if (document === null) return sendRefusal(reply, refuse('not-found').refusal);
      const { format } = request.query;
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header(
          'content-disposition',
          disposition(format === 'pdf' ? 'inline' : 'attachment', `${document.title}.${format}`),
        )
        .send(Buffer.from(await render(document, format)));
    },
  );

  app.get(
    '/petitions/:id/attachments/:attachmentId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getAttachment',
          summary: 'An attachment; the look is recorded',
          request: exampleOf('getAttachment', {
            attachmentId: named('attachment', 'getAttachment'),
          }),
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: petitionParams.extend({ attachmentId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, attachmentId } = request.params;
      const opened = await openAttachment(deps, staff.value, id, attachmentId);
      if (opened === null) return sendRefusal(reply, refuse('not-found').refusal);
      return sendFile(reply, opened);
    },
  );
}

function presenceRoutes(
  app: HttpServer,
  { deps, now = Date.now }: PetitionReadRoutesOptions,
): void {
  const presence = new Presence();

  app.get(
    '/petitions/:id/presence',
    {
      schema: operation(
        {
          tag,
          operationId: 'listPresent',
          summary: 'Who else looks at this petition now',
          request: exampleOf('getPetition'),
        },
        {
          params: petitionParams,
          response: { 200: z.object({ people: z.array(z.object({ name: z.string() })) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const others = presence.othersAt(id, staff.value, now());
      const names = await namesAt(deps, staff.value, id, others);
      return names === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : { people: names.map((name) => ({ name })) };
    },
  );

  app.post(
    '/petitions/:id/presence',
    {
      schema: operation(
        {
          tag,
          operationId: 'announcePresence',
          summary: 'I look at this petition now',
          request: exampleOf('getPetition'),
        },
        { params: petitionParams, response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const names = await namesAt(deps, staff.value, id, []);
      if (names === null) return sendRefusal(reply, refuse('not-found').refusal);
      presence.enter(id, staff.value, now());
      return reply.code(204).send(null);
    },
  );
}
