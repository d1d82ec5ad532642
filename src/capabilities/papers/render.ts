import { createHash } from 'node:crypto';
import { renderDocx } from './docx.ts';
import type { PaperDocument } from './document.ts';
import { createPdfRenderer, type PdfRenderer } from './pdf.ts';

export type PaperFormat = 'pdf' | 'docx';

export type RenderedPaper = {
  readonly bytes: Uint8Array;
  /** Of the bytes, lower-case hex; the same document gives the same. */
  readonly sha256: string;
  /** 0 for DOCX: its pages are broken by the program that opens it. */
  readonly pages: number;
};

/** One compiler for each folder of fonts: in practice one. */
const renderers = new Map<string | undefined, Promise<PdfRenderer>>();

function rendererOf(officeFonts: string | undefined): Promise<PdfRenderer> {
  const known = renderers.get(officeFonts) ?? createPdfRenderer(officeFonts);
  renderers.set(officeFonts, known);
  return known;
}

/**
 * Sets a paper. Heavy and synchronous inside: call it in a worker process, where the compiler and
 * its fonts stay loaded between papers.
 *
 * @param document a document that `composePaper` made or `paperDocumentSchema` parsed
 * @param format PDF is the paper of record, DOCX a copy for further work
 * @param officeFonts folder with the office's own fonts (setting FONT_DIR), read at first use
 */
export async function renderPaper(
  document: PaperDocument,
  format: PaperFormat,
  officeFonts?: string,
): Promise<RenderedPaper> {
  if (format === 'docx') return rendered(await renderDocx(document), 0);
  const renderer = await rendererOf(officeFonts);
  const { bytes, pages } = await renderer.render(document);
  return rendered(bytes, pages);
}

function rendered(bytes: Uint8Array, pages: number): RenderedPaper {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages };
}
