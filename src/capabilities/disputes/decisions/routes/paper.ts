import { z } from 'zod';
import { refuse } from '../../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireStaff } from '../../../identity-organisation/index.ts';
import { renderPaper } from '../../../papers/index.ts';
import type { DisputeDeps } from '../../commands/index.ts';
import { tag } from '../../routes/schemas.ts';
import { paperOf } from '../paper.ts';
import { openDecision } from '../queries/index.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The assessment report as a file; a draft until it is concluded. */
export function paperRoutesOf(
  app: HttpServer,
  deps: DisputeDeps,
  officeFonts: string | undefined,
): void {
  for (const format of ['pdf', 'docx'] as const) {
    app.get(
      `/decisions/:id/report.${format}`,
      {
        schema: operation(
          {
            tag,
            operationId: format === 'pdf' ? 'getAssessmentPdf' : 'getAssessmentDocx',
            summary: `The assessment report in the layout of GB/T 9704 as ${format.toUpperCase()}`,
            request: { as: 'housing', params: { id: named('decision', 'read') } },
            files: [mediaTypes[format]],
          },
          { params: z.object({ id: z.uuid() }) },
        ),
      },
      async (request, reply) => {
        const staff = requireStaff(request);
        if (!staff.ok) return sendRefusal(reply, staff.refusal);
        const found = await openDecision(deps, staff.value, request.params.id, Date.now());
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
