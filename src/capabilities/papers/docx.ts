import {
  AlignmentType,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  TextRun,
  type Table,
  convertMillimetersToTwip as mm,
} from 'docx';
import { docxItem } from './docx-items.ts';
import { barStyle } from './docx-figures.ts';
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
          run: {
            font: fontOf(faces.body),
            size: density.size,
            characterSpacing: density.spacing,
            language: { eastAsia: 'zh-CN' },
          },
        },
      },
      ...(document.blocks.some(({ type }) => type === 'chart')
        ? { paragraphStyles: [barStyle] }
        : {}),
    },
    sections: [
      {
        properties: {
          titlePage: letter,
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
          ...(await body(document, density)),
          ...copiesParagraphs(document),
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

/** The code stands at the left of the signature; a form without one has it at the end. */
async function body(document: PaperDocument, density: Density): Promise<(Paragraph | Table)[]> {
  const code = await codeParagraphs(document);
  const items = itemsOf(document);
  const signed = items.some((item) => item.type === 'signature');
  const set = items.flatMap((item, index) =>
    docxItem(item, { density, code, keepNext: items[index + 1]?.type === 'signature' }),
  );
  return signed ? set : [...set, ...code];
}

const small = (text: string): Paragraph =>
  new Paragraph({ spacing: exactLine(240), children: [new TextRun({ text, size: 18 })] });

async function codeParagraphs({ verify }: PaperDocument): Promise<Paragraph[]> {
  if (verify === undefined) return [];
  const title = layoutWords[verify.opens];
  const caption = verify.code === undefined ? '' : `${layoutWords.code}${printable(verify.code)}`;
  const picture = new ImageRun({
    type: 'png',
    data: await qrPng(verify.url),
    transformation: { width: 76, height: 76 },
    // A number of our own: the library's counts up with each paper of the process.
    altText: { id: '1', name: 'qr', title, description: `${title} ${caption}` },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 120, after: 0 }, children: [picture] }),
    small(title),
    ...(caption === '' ? [] : [small(caption)]),
  ];
}

function copiesParagraphs(document: PaperDocument): Paragraph[] {
  if (document.copies.length === 0) return [];
  const text = `${layoutWords.copies}${printable(document.copies.join('，'))}。`;
  return [
    new Paragraph({
      spacing: exactLine(440),
      indent: { left: 320 + 840, hanging: 840, right: 320 },
      children: [new TextRun({ text, size: 28 })],
    }),
  ];
}
