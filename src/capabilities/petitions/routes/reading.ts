import { z } from 'zod';
import { localDateOf } from '../../../kernel/local-date.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import type { LetterReader } from '../../../platform/ocr/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { PetitionDeps } from '../commands/index.ts';
import { letterPageSchema } from '../contract.ts';
import { suggestFrom } from '../letter-suggestions.ts';
import { openStagedScan } from '../queries/index.ts';
import { tag } from './commands.ts';

/** Reading a scan for the form that it waits for (P-1). Nothing of what was read is kept. */
export function readingRoutes(app: HttpServer, deps: PetitionDeps, reader: LetterReader): void {
  app.post(
    '/uploads/:id/reading',
    {
      schema: operation(
        {
          tag,
          operationId: 'readUpload',
          summary: 'One page of a waiting scan as read by machine, with what it tells plainly',
          description:
            'Only for whoever brought the file. A page takes some seconds; ask page by page.',
          request: {
            as: 'clerk',
            params: { id: named('answer', 'readUpload') },
            body: { page: 1 },
          },
          refusals: [
            'draft-expired',
            'scan-kind',
            'scan-unreadable',
            'scan-no-page',
            'scan-too-long',
            'reading-busy',
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: z.object({ page: z.int().min(1).max(1000).default(1) }),
          response: { 200: letterPageSchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const owner = `staff:${staff.value.userId}`;
      const scan = await openStagedScan(deps, owner, request.params.id);
      if (!scan.ok) return sendRefusal(reply, scan.refusal);
      const read = await reader.readPage(scan.value, request.body.page);
      if (!read.ok) return sendRefusal(reply, read.refusal);
      const { text, pages } = read.value;
      void reply.header('cache-control', 'no-store');
      return { text, pages, suggestions: suggestFrom(text, localDateOf(Date.now())) };
    },
  );
}
