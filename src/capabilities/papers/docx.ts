import {
  AlignmentType,
  Document,
  DocumentGridType,
  ImageRun,
  Packer,
  Paragraph,
  TextRun,
  convertMillimetersToTwip as mm,
} from 'docx';
import { docxItem } from './docx-items.ts';
import {
  densityOf,
  exactLine,
  faces,
  fontOf,
  letterFooter,
  letterHeader,
  numberFooter,
  plainHeader,
  type Density,
} from './docx-parts.ts';
import { repack } from './docx-repack.ts';
import type { PaperDocument } from './document.ts';
import { itemsOf } from './flow.ts';
import { printable } from './glyphs.ts';
import { qrPng } from './qr.ts';
import { titleLines } from './title-lines.ts';
import { layoutWords } from './words.ts';

/**
 * The paper as DOCX for further work in Word or WPS: same content and measures as the PDF. Where
 * pages break is up to the program that opens it, so only the PDF is the paper of record.
 */
export async function renderDocx(document: PaperDocument): Promise<Uint8Array> {
  const letter = document.form === 'letter';
  const density = densityOf(document);
  const file = new Document({
    title: printable(document.title),
    creator: printable(document.issuer.name),
    lastModifiedBy: printable(document.issuer.name),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(faces.body), size: density.size, language: { eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: letter,
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: density.pitch,
            charSpace: density.charSpace,
          },
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              bottom: mm(35),
              left: mm(28),
              right: mm(26),
              header: mm(letter ? 30 : 15),
              footer: mm(20),
            },
          },
        },
        headers: {
          default: plainHeader(document),
          even: plainHeader(document),
          ...(letter ? { first: letterHeader(document) } : {}),
        },
        footers: {
          default: numberFooter('right'),
          even: numberFooter('left'),
          ...(letter ? { first: letterFooter() } : {}),
        },
        children: [
          ...opening(document, density),
          ...itemsOf(document).flatMap((item) => docxItem(item, density)),
          ...(await closing(document)),
        ],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toBuffer(file)), document.date);
}

function opening(document: PaperDocument, { pitch }: Density): Paragraph[] {
  const number = new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { ...exactLine(pitch), before: document.form === 'letter' ? 120 : 0 },
    children: [new TextRun(printable(document.number ?? ''))],
  });
  const blank = () => new Paragraph({ spacing: exactLine(pitch) });
  const title = titleLines(printable(document.title)).map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: exactLine(Math.round(pitch * 1.2)),
        children: [new TextRun({ text: line, font: fontOf(faces.title), size: 44 })],
      }),
  );
  const addressee =
    document.addressee === undefined
      ? []
      : [
          new Paragraph({
            spacing: exactLine(pitch),
            children: [new TextRun(printable(document.addressee))],
          }),
        ];
  return document.form === 'letter'
    ? [number, blank(), blank(), ...title, blank(), ...addressee]
    : [...title, blank(), ...(document.number === undefined ? [] : [number]), ...addressee];
}

async function closing(document: PaperDocument): Promise<Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  if (document.verify !== undefined) {
    const data = await qrPng(document.verify.url);
    const side = { width: 76, height: 76 };
    const code = document.verify.code;
    const words = layoutWords[document.verify.opens];
    const caption = `  ${words}${code === undefined ? '' : `  ${layoutWords.code}${code}`}`;
    paragraphs.push(
      new Paragraph({
        spacing: { before: 240, after: 0 },
        children: [
          new ImageRun({
            type: 'png',
            data,
            transformation: side,
            // A number of our own: the library's counts up with each paper of the process.
            altText: { id: '1', name: 'qr', title: words, description: caption.trim() },
          }),
          new TextRun({ text: printable(caption), size: 18 }),
        ],
      }),
    );
  }
  if (document.copies.length > 0) {
    paragraphs.push(
      new Paragraph({
        spacing: exactLine(440),
        indent: { left: 320 + 840, hanging: 840, right: 320 },
        children: [
          new TextRun({
            text: `${layoutWords.copies}${printable(document.copies.join('，'))}。`,
            size: 28,
          }),
        ],
      }),
    );
  }
  return paragraphs;
}
