import { z } from 'zod';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { renderPaper } from '../../papers/index.ts';
import type { ReceptionDeps } from '../commands/index.ts';
import { openMinutes, readResults } from '../queries/index.ts';
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
          summary: 'The minutes of a day as a paper',
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
      const document = await openMinutes(deps, staff.value, request.params.id);
      if (document === null) return sendRefusal(reply, refuse('not-found').refusal);
      const { bytes } = await renderPaper(document, format, officeFonts);
      const name = encodeURIComponent(`${document.title.replaceAll('\n', '')}.${format}`);
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `inline; filename*=UTF-8''${name}`)
        .send(Buffer.from(bytes));
    },
  );
}
