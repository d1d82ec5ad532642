import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx';
import { chartTable, figuresTable } from './docx-figures.ts';
import { exactLine, faces, fontOf, type Density } from './docx-parts.ts';
import { labelWidth, type Item, type TableRow as Row } from './flow.ts';
import { printable } from './glyphs.ts';
import { widthOf } from './wording.ts';
import { layoutWords } from './words.ts';

const blockWidth = mm(156);

/** What an item needs to know of its paper and its place. */
export type Place = {
  readonly density: Density;
  /** The QR code with its caption. */
  readonly code: readonly Paragraph[];
  /** The signature follows: it never stands on a page without text. */
  readonly keepNext: boolean;
};

export function docxItem(item: Item, place: Place): (Paragraph | Table)[] {
  const { density, code, keepNext } = place;
  if (item.type === 'heading') return [headingParagraph(item, density)];
  if (item.type === 'attachment') return [attachmentParagraph(item, density)];
  if (item.type === 'signature') {
    return [signatureTable(signatureParagraphs(item, density), code), tableEnd(20)];
  }
  if (item.type === 'figures') return figuresTable(item);
  if (item.type === 'chart') return chartTable(item);
  if (item.type === 'table') {
    return [tableOf(item.rows), tableEnd(240)];
  }
  return [
    new Paragraph({
      alignment: AlignmentType.BOTH,
      keepNext,
      keepLines: keepNext,
      spacing: exactLine(density.pitch),
      indent: { firstLine: item.indent ? density.cell * 2 : 0 },
      children: [new TextRun(printable(item.text))],
    }),
  ];
}

function headingParagraph(item: Extract<Item, { type: 'heading' }>, density: Density): Paragraph {
  const face = item.level === 1 ? faces.hei : item.level === 2 ? faces.kai : faces.body;
  return new Paragraph({
    keepNext: true,
    outlineLevel: item.level - 1,
    spacing: exactLine(density.pitch),
    indent: { firstLine: density.cell * 2 },
    children: [new TextRun({ text: printable(item.text), font: fontOf(face) })],
  });
}

function attachmentParagraph(
  item: Extract<Item, { type: 'attachment' }>,
  density: Density,
): Paragraph {
  const hanging = density.cell * (item.number === '' ? 3 : 4);
  const label = item.first ? layoutWords.attachment : '　　　';
  return new Paragraph({
    spacing: { ...exactLine(density.pitch), before: item.first ? density.pitch : 0 },
    indent: { left: density.cell * 2 + hanging, hanging },
    children: [new TextRun(`${label}${item.number}${printable(item.text)}`)],
  });
}

/** 7.3.5.1: the name centred over the date, whose end is four characters in. */
function signatureParagraphs(
  item: Extract<Item, { type: 'signature' }>,
  density: Density,
): Paragraph[] {
  const name = printable(item.name);
  const half = ((widthOf(item.date) - Math.min(widthOf(name), 16)) / 2) * density.cell;
  const dateInset = Math.max(4 * density.cell, -half);
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      keepLines: true,
      spacing: { ...exactLine(density.pitch), before: keepNext ? density.pitch * 2 : 0 },
      indent: { right: Math.max(0, Math.round(right)) },
      children: [new TextRun(text)],
    });
  return [line(name, dateInset + half, true), line(item.date, dateInset, false)];
}

/** Word wants a paragraph after a table. */
const tableEnd = (height: number): Paragraph => new Paragraph({ spacing: exactLine(height) });

/** Code at the left, signature at the right: one row that no page break tears. */
function signatureTable(signature: readonly Paragraph[], code: readonly Paragraph[]): Table {
  const left = mm(45);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const side = (width: number, children: readonly Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.BOTTOM,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      borders,
      children: children.length === 0 ? [tableEnd(20)] : children,
    });
  return new Table({
    width: { size: blockWidth, type: WidthType.DXA },
    columnWidths: [left, blockWidth - left],
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [side(left, code), side(blockWidth - left, signature)],
      }),
    ],
  });
}

function tableOf(rows: readonly Row[]): Table {
  const label = Math.round(labelWidth(rows) * 280);
  return new Table({
    width: { size: blockWidth, type: WidthType.DXA },
    columnWidths: [label, blockWidth - label],
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (row) =>
        new TableRow({
          height: { value: row.lines * 440 + 120, rule: HeightRule.ATLEAST },
          children: [
            cell(row.label, label, { centre: true, strong: false }),
            cell(row.value, blockWidth - label, { centre: false, strong: row.strong }),
          ],
        }),
    ),
  });
}

function cell(text: string, width: number, style: { centre: boolean; strong: boolean }): TableCell {
  const edge = { style: BorderStyle.SINGLE, size: 5, color: '000000' };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 140, right: 140, top: 60, bottom: 60 },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    children: printable(text)
      .split('\n')
      .map(
        (part) =>
          new Paragraph({
            alignment: style.centre ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: { before: 0, after: 0 },
            children: [
              new TextRun({
                text: part,
                size: style.strong ? 36 : 28,
                bold: style.strong,
                font: fontOf(style.strong ? faces.hei : faces.body),
              }),
            ],
          }),
      ),
  });
}
