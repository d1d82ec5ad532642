import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import {
  disposition,
  named,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { renderPaper, type PaperDocument } from '../../papers/index.ts';
import type { ReviewDeps } from '../commands/index.ts';
import {
  explainReviewClock,
  findReviewChoice,
  findReviewsOfPetition,
  openReviewFile,
  openReviewPaper,
  openReviewView,
} from '../queries/index.ts';
import { tag } from './commands.ts';
import {
  reviewChoiceSchema,
  reviewClockSchema,
  reviewsOfPetitionSchema,
  reviewViewSchema,
} from './schemas.ts';

const params = z.object({ id: z.uuid() });
const review = { as: 'review', params: { id: named('review', 'getReview') } };

/** The views are readonly all through; the schemas' types are not. */
const plain = <T>(view: T): never => view as never;

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Everything that reads one review over HTTP. */
export function reviewReadRoutes(
  app: HttpServer,
  deps: ReviewDeps,
  render?: (document: PaperDocument, format: 'pdf' | 'docx') => Promise<Uint8Array>,
): void {
  app.get(
    '/petitions/:id/review-choice',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReviewChoice',
          summary: 'What can be contested now, before which bodies, until when',
          request: {
            as: 'clerk',
            // Answered, and no other example asks for its review.
            params: { id: named('petition', 'recordFollowUp') },
            query: { on: named('day', '0') },
          },
          refusals: ['review-nothing', 'review-pending', 'review-done', 'procedure-ended'],
        },
        {
          params,
          querystring: z.object({ on: z.iso.date().optional() }),
          response: { 200: reviewChoiceSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const found = await findReviewChoice(deps, staff.value, id, Date.now(), request.query.on);
      return found.ok ? reply.send(plain(found.value)) : sendRefusal(reply, found.refusal);
    },
  );

  app.get(
    '/petitions/:id/reviews',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReviewsOfPetition',
          summary: 'Reviews of a petition, and whether the next may be registered now',
          request: { as: 'clerk', params: { id: named('review-petition', 'getReview') } },
        },
        { params, response: { 200: reviewsOfPetitionSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id } = request.params;
      const found = await findReviewsOfPetition(deps, staff.value, id, Date.now());
      return found === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(found));
    },
  );

  app.get(
    '/reviews/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReview',
          summary: 'One review as I may see it',
          request: review,
        },
        { params, response: { 200: reviewViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await openReviewView(deps, staff.value, request.params.id, Date.now());
      if (view === null) return sendRefusal(reply, refuse('not-found').refusal);
      void reply.header('cache-control', 'no-store');
      return reply.send(plain(view));
    },
  );

  app.get(
    '/reviews/:id/clocks/:key',
    {
      schema: operation(
        {
          tag,
          operationId: 'explainReviewClock',
          summary: 'One clock of a review, day by day, with the days of a hearing left out',
          request: { ...review, params: { ...review.params, key: 'review' } },
        },
        {
          params: params.extend({ key: z.string().max(120) }),
          response: { 200: reviewClockSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, key } = request.params;
      const shown = await explainReviewClock(deps, staff.value, id, key, Date.now());
      return shown === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : reply.send(plain(shown));
    },
  );

  app.get(
    '/reviews/:id/attachments/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReviewAttachment',
          summary: 'A file handed in with a request for review; the look is recorded',
          request: {
            ...review,
            params: { ...review.params, fileId: named('review-attachment', 'getReview') },
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
      const file = await openReviewFile(deps, staff.value, id, fileId);
      return file === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, file);
    },
  );

  app.get(
    '/reviews/:id/papers/:paperId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReviewPaper',
          summary: 'A paper of a review as PDF, DOCX or content; before its seal a preview',
          request: {
            ...review,
            params: { ...review.params, paperId: named('review-paper', 'getReview') },
            query: { format: 'pdf' },
          },
          files: [mediaTypes.pdf, mediaTypes.docx, 'application/json'],
        },
        {
          params: params.extend({ paperId: z.uuid() }),
          querystring: z.object({ format: z.enum(['pdf', 'docx', 'preview']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, paperId } = request.params;
      const document = await openReviewPaper(deps, staff.value, id, paperId);
      if (document === null) return sendRefusal(reply, refuse('not-found').refusal);
      void reply.header('cache-control', 'no-store');
      const { format } = request.query;
      if (format === 'preview') return reply.send(document);
      const bytes =
        render === undefined
          ? (await renderPaper(document, format)).bytes
          : await render(document, format);
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
}
