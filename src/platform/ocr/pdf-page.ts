import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readingLimits } from './limits.ts';
import { prepared, type Page } from './page-picture.ts';

const ownFolder = (name: string): string =>
  `${path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name)}/`;

/** Letters typed on a computer carry their words; from this number on a page is taken as such. */
const typedCharacters = 30;

/**
 * @param at from 1
 * @returns null when the file has no such page
 */
export async function pageOfPdf(bytes: Buffer, at: number): Promise<Page | null> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: ownFolder('cmaps'),
    standardFontDataUrl: ownFolder('standard_fonts'),
    wasmUrl: ownFolder('wasm'),
    useSystemFonts: false,
    maxImageSize: readingLimits.pixels,
    verbosity: 0,
  }).promise;
  const pages = document.numPages;
  if (at > pages) return null;
  const page = await document.getPage(at);
  const content = await page.getTextContent();
  const text = content.items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('');
  if (text.replaceAll(/\s/g, '').length >= typedCharacters) return { kind: 'text', pages, text };
  const natural = page.getViewport({ scale: 1 });
  // By the longer side too: a page as long as a street must not fill the memory.
  const scale = Math.min(
    readingLimits.width / natural.width,
    (readingLimits.width * 3) / natural.height,
  );
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as {
    create(
      width: number,
      height: number,
    ): { canvas: HTMLCanvasElement & { toBuffer(type: string): Buffer } };
  };
  const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport }).promise;
  return { kind: 'picture', pages, picture: await prepared(canvas.toBuffer('image/png')) };
}
