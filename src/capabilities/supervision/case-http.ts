import type { FastifyReply } from 'fastify';
import { refuse } from '../../kernel/refusals.ts';
import { disposition, sendRefusal } from '../../platform/http/index.ts';
import { renderPaper, type PaperDocument } from '../papers/index.ts';

/** What every route of supervision has in the description of the API. */
export const tag = 'supervision';

export const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export const paperFormats = ['pdf', 'docx', 'preview'] as const;

/**
 * Sends a paper as PDF, DOCX or its content.
 * @param document null where there is none for this reader
 * @param fonts folder with the office's own fonts
 */
export async function sendPaper(
  reply: FastifyReply,
  document: PaperDocument | null,
  format: (typeof paperFormats)[number],
  fonts: string | undefined,
): Promise<FastifyReply> {
  if (document === null) return sendRefusal(reply, refuse('not-found').refusal);
  void reply.header('cache-control', 'no-store');
  if (format === 'preview') return reply.send(document);
  const { bytes } = await renderPaper(document, format, fonts);
  const name = `${document.title.replaceAll('\n', '')}.${format}`;
  return reply
    .type(paperTypes[format])
    .header('content-disposition', disposition(format === 'pdf' ? 'inline' : 'attachment', name))
    .send(Buffer.from(bytes));
}

/** The views are readonly all through; the schemas' types are not. */
export const plain = <T>(view: T): never => view as never;
