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
import type { ReceptionDeps } from '../commands/index.ts';
import { openMinutes, openProof, readResults } from '../queries/index.ts';
import { resultsSchema } from '../view.ts';
import { tag } from './staff.ts';

const idSchema = z.object({ id: z.uuid() });
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Results and minutes of a day over HTTP. */
export function afterwardsRoutesOf(
  app: HttpServer,
  deps: ReceptionDeps,
  officeFonts: string | undefined,
): void {
  app.get(
    '/reception-days/:id/results',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionResults',
          summary: 'What came of a day that is over: batches, persons, topics, promises',
          request: { params: { id: named('reception-day', 'past') } },
        },
        { params: idSchema, response: { 200: resultsSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await readResults(deps, staff.value, request.params.id, Date.now());
      return view ?? sendRefusal(reply, refuse('not-found').refusal);
    },
  );
  app.get(
    '/reception-days/:id/minutes',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionMinutes',
          summary: 'The minutes of a day as a paper: as issued, before that a draft; recorded',
          request: {
            params: { id: named('reception-day', 'past') },
            query: { format: 'pdf' },
          },
          files: Object.values(mediaTypes),
        },
        {
          params: idSchema,
          querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { format } = request.query;
      const file = await openMinutes(deps, staff.value, request.params.id, format, officeFonts);
      if (file === null) return sendRefusal(reply, refuse('not-found').refusal);
      const shown = format === 'pdf' ? 'inline' : 'attachment';
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', disposition(shown, `${file.title}.${format}`))
        .send(file.bytes);
    },
  );
  app.get(
    '/reception-days/:id/proofs/:fileId',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionProof',
          summary: 'The file that proves a notice; the look is recorded',
          request: {
            params: {
              id: named('reception-day', 'past'),
              fileId: named('attachment', 'reception-proof'),
            },
          },
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: idSchema.extend({ fileId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, fileId } = request.params;
      const file = await openProof(deps, staff.value, id, fileId);
      return file === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, file);
    },
  );
}
