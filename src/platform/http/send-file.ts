import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A file of people on its way to a reader. */
export interface FileToSend {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Shown beside the form as they are; everything else is only ever saved. */
export const shownInline = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** RFC 6266: the name in UTF-8 for whoever understands it. */
export const disposition = (kind: 'inline' | 'attachment', name: string): string =>
  `${kind}; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escapeMark)}`;

const escapeMark = (mark: string): string =>
  `%${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * Sends what people handed in: never kept by the browser, never run, shown in place only where that
 * is safe.
 * @param file its content is read as it is sent
 */
export function sendFile(reply: FastifyReply, file: FileToSend): FastifyReply {
  const kind = shownInline.has(file.mediaType) ? 'inline' : 'attachment';
  return reply
    .type(kind === 'inline' ? file.mediaType : 'application/octet-stream')
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', disposition(kind, file.name))
    .send(Readable.from(file.content));
}
