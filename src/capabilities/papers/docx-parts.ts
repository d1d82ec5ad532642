import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  convertMillimetersToTwip as mm,
} from 'docx';
import type { PaperDocument } from './document.ts';
import { printable } from './glyphs.ts';
import { headSize } from './head-size.ts';
import { layoutWords } from './words.ts';

/** Lines and characters of the block, in twips: 22 of 28, or 29 of 32 for a compact form. */
export type Density = {
  readonly pitch: number;
  /** Half-points, as Word counts sizes. */
  readonly size: number;
  readonly cell: number;
  /**
   * Added to each character, in twips, so that the line holds its number of them. A character grid
   * would do the same in Word, but other programs read it differently.
   */
  readonly spacing: number;
};

export const densityOf = (document: PaperDocument): Density =>
  document.compact
    ? { pitch: 440, size: 28, cell: 276, spacing: -4 }
    : { pitch: 580, size: 32, cell: 316, spacing: -5 };

export const red = 'E60012';

/** The faces of GB/T 9704-2012; offices have them, other machines fall back by the font table. */
export const faces = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312',
  digits: '宋体',
} as const;

export const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

export const exactLine = (twips: number) => ({
  line: twips,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
});

const lines = (size: number) => ({ color: red, size, space: 0 });
/** 170 mm of line over a block of 156 mm: 7 mm out on each side. */
const wide = { left: -mm(7), right: -mm(7) };

const draftLine = (document: PaperDocument): Paragraph[] =>
  document.draftMark
    ? [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: exactLine(320),
          children: [new TextRun({ text: layoutWords.draft, color: '808080', size: 28 })],
        }),
      ]
    : [];

/** First page of a letter: the issuing body in red and the first pair of lines. */
export function letterHeader(document: PaperDocument): Header {
  const size = headSize(document.issuer.name);
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: wide,
        spacing: { ...exactLine(size * 20), after: mm(4) - 20 },
        children: [
          new TextRun({
            text: printable(document.issuer.name),
            font: fontOf(faces.title),
            color: red,
            size: size * 2,
          }),
        ],
      }),
      new Paragraph({
        spacing: exactLine(20),
        indent: wide,
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, ...lines(24) } },
      }),
      ...draftLine(document),
    ],
  });
}

export const plainHeader = (document: PaperDocument): Header =>
  new Header({ children: [...draftLine(document), new Paragraph({ spacing: exactLine(20) })] });

/** Second pair of lines, 20 mm above the edge; the first page of a letter has no number (10.1). */
export const letterFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        spacing: exactLine(20),
        indent: wide,
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, ...lines(24) } },
      }),
    ],
  });

/** 7.5: 14 pt, a dash on each side, one character in from the outer edge. */
export function numberFooter(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: 320 } : { left: 320 },
        // The footer stands 20 mm up for the letter's line; the number 7 mm below the block.
        spacing: { ...exactLine(280), after: mm(3) },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: 28,
            font: fontOf(faces.digits),
          }),
        ],
      }),
    ],
  });
}
