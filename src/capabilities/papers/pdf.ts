import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PaperDocument } from './document.ts';
import { columnShares, figureSize, itemsOf, labelWidth, largestOf, type Item } from './flow.ts';
import { loadFonts, type Fonts } from './fonts.ts';
import { breakable, printable, spellMissing } from './glyphs.ts';
import { headSize } from './head-size.ts';
import { qrSvg } from './qr.ts';
import { titleLines } from './title-lines.ts';
import { layoutWords } from './words.ts';

export type PdfRenderer = {
  /** Sets one paper. The same document gives the same bytes. */
  render(document: PaperDocument): Promise<{ bytes: Uint8Array; pages: number }>;
};

/** Typst's release is part of the hash of every paper: another one sets other bytes. */
const layoutPath = new URL('./gbt9704.typ', import.meta.url);
/** The compiler reads nothing from disk but fonts: its root is a folder that does not exist. */
const workspace = '/nonexistent';

/**
 * Starts a compiler with its fonts; measured on two cores: about 0.15 s and 80 MB once, then 3 to
 * 10 ms a page. Keep one for the life of the process; it works synchronously, so in a worker.
 */
export async function createPdfRenderer(officeFonts: string | undefined): Promise<PdfRenderer> {
  const [layout, fonts] = await Promise.all([readFile(layoutPath, 'utf8'), loadFonts(officeFonts)]);
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: [...fonts.directories] }],
  });
  return {
    async render(document) {
      const paper = JSON.stringify(await layoutInput(document, fonts));
      const outcome = compiler.compile({ mainFileContent: layout, inputs: { paper } });
      const compiled = outcome.result;
      if (compiled === null) {
        throw new Error(
          `layout failed: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics)}`,
        );
      }
      const bytes = new Uint8Array(compiler.pdf(compiled, { pdfTags: true }));
      const pages = compiled.numOfPages;
      // Memoised results of this paper hold personal data and memory, and no other paper needs them.
      compiler.evictCache(0);
      // Native memory is given back between turns of the event loop; a batch that never let one pass
      // grew by 0.5 MB a paper (measured: 1 GB after 1,500, with this line 210 MB).
      await nextTurn();
      return { bytes, pages };
    },
  };
}

async function layoutInput(document: PaperDocument, fonts: Fonts) {
  const unbroken = (text: string): string => spellMissing(printable(text), fonts.has);
  const printOr = (text: string | undefined): string | null =>
    text === undefined ? null : unbroken(text);
  return {
    form: document.form,
    issuer: unbroken(document.issuer.name),
    number: printOr(document.number),
    title: unbroken(document.title),
    titleLines: titleLines(unbroken(document.title)),
    addressee: printOr(document.addressee),
    items: itemsOf(document).map((item) => inputItem(item, unbroken)),
    copies:
      document.copies.length > 0
        ? unbroken(`${layoutWords.copies}${document.copies.join('，')}。`)
        : null,
    date: document.date?.split('-').map(Number) ?? null,
    draft: document.draftMark,
    compact: document.compact,
    qr: document.verify === undefined ? null : await qrSvg(document.verify.url),
    code:
      document.verify?.code === undefined
        ? ''
        : unbroken(`${layoutWords.code}${document.verify.code}`),
    headSize: headSize(document.issuer.name),
    fonts: { body: fonts.body, title: fonts.title, hei: fonts.hei, kai: fonts.kai },
    words: {
      ...layoutWords,
      verify: layoutWords[document.verify?.opens ?? 'verification'],
      seal: `${layoutWords.seal}\n${unbroken(document.issuer.sealName)}`,
    },
  };
}

function inputItem(item: Item, unbroken: (text: string) => string) {
  const print = (text: string): string => breakable(unbroken(text));
  if (item.type === 'signature') return { ...item, name: unbroken(item.name) };
  if (item.type === 'figures') {
    return {
      type: item.type,
      caption: unbroken(item.caption),
      note: item.note === undefined ? null : unbroken(item.note),
      newPage: item.newPage,
      size: figureSize(item),
      shares: columnShares(item),
      columns: item.columns.map(({ head, align }) => ({ head: unbroken(head), align })),
      rows: item.rows.map(({ cells, strong }) => ({ strong, cells: cells.map(print) })),
    };
  }
  if (item.type === 'chart') {
    return {
      type: item.type,
      form: item.form,
      caption: unbroken(item.caption),
      series: item.series.map(unbroken),
      largest: largestOf(item),
      rows: item.rows.map(({ label, values }) => ({ label: unbroken(label), values })),
    };
  }
  if (item.type !== 'table') return { ...item, text: print(item.text) };
  const rows = item.rows.map((row) => ({
    ...row,
    label: unbroken(row.label),
    value: print(row.value)
      .split('\n')
      .filter((part) => part.trim() !== ''),
  }));
  return { type: item.type, labelWidth: labelWidth(item.rows), rows, whole: item.whole === true };
}
