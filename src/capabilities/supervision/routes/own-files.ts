import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/refusals.ts';
import {
  disposition,
  operation,
  sendFile,
  sendRefusal,
  shownInline,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { PaperFormat } from '../../papers/index.ts';
import { tag } from '../case-http.ts';
import type { OpenedOwnFile, OwnPaperFile } from '../queries/own-paper.ts';

const params = z.object({ id: z.uuid() });
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A file of a record, as it stands in the API. */
interface OwnFileRoute<Opened> {
  /** With `:id` and the parameter of the file. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** Names of examples: of the record and of its file. */
  readonly of: { readonly id: string } & Readonly<Record<string, string>>;
  readonly open: Opened;
}

/** Adds the route of the files that came with the steps of a record. */
export function addOwnFile(
  app: HttpServer,
  {
    path,
    operationId,
    summary,
    of,
    open,
  }: OwnFileRoute<(actor: StaffActor, id: string, fileId: string) => Promise<OpenedOwnFile | null>>,
): void {
  app.get(
    path,
    {
      schema: operation(
        {
          tag,
          operationId,
          summary,
          request: { as: 'supervisor1', params: of },
          files: [...shownInline, 'application/octet-stream'],
        },
        { params: params.extend({ fileId: z.uuid() }) },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, fileId } = request.params;
      const opened = await open(staff.value, id, fileId);
      return opened === null
        ? sendRefusal(reply, refuse('not-found').refusal)
        : sendFile(reply, opened);
    },
  );
}

/** Adds the route of the papers of a record. */
export function addOwnPaper(
  app: HttpServer,
  {
    path,
    operationId,
    summary,
    of,
    open,
  }: OwnFileRoute<
    (
      actor: StaffActor,
      id: string,
      paperId: string,
      format: PaperFormat,
    ) => Promise<OwnPaperFile | null>
  >,
): void {
  app.get(
    path,
    {
      schema: operation(
        {
          tag,
          operationId,
          summary,
          request: { as: 'supervisor1', params: of, query: { format: 'pdf' } },
          files: Object.values(mediaTypes),
        },
        {
          params: params.extend({ paperId: z.uuid() }),
          querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { id, paperId } = request.params;
      const { format } = request.query;
      const file = await open(staff.value, id, paperId, format);
      if (file === null) return sendRefusal(reply, refuse('not-found').refusal);
      return reply
        .type(mediaTypes[format])
        .header('cache-control', 'no-store')
        .header(
          'content-disposition',
          disposition(format === 'pdf' ? 'inline' : 'attachment', `${file.title}.${format}`),
        )
        .send(file.bytes);
    },
  );
}
