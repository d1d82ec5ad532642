import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx';
import { faces, fontOf } from './docx-parts.ts';
import { columnShares, figureSize, largestOf, type Chart, type Figures } from './flow.ts';
import { printable } from './glyphs.ts';
import { dotPng } from './dot.ts';

const blockWidth = mm(156);
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const bare = { top: none, bottom: none, left: none, right: none };
const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const framed = { top: edge, bottom: edge, left: edge, right: edge };
/** As in the PDF: told apart by light and dark. */
const fills = ['2F4F6B', 'B9C6D2'] as const;
const tight = { before: 0, after: 0 };

const run = (text: string, points: number, bold = false): TextRun =>
  new TextRun({ text: printable(text), size: points * 2, bold, characterSpacing: 0 });

const captionOf = (text: string, newPage = false): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    pageBreakBefore: newPage,
    spacing: { before: 160, after: 80 },
    children: [
      new TextRun({
        text: printable(text),
        size: 24,
        font: fontOf(faces.hei),
        characterSpacing: 0,
      }),
    ],
  });

/** Widths that fill the block to the last twip. */
function widthsOf(shares: readonly number[]): readonly number[] {
  const widths = shares.map((share) => Math.floor(share * blockWidth));
  const rest = blockWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === 0 ? width + rest : width));
}

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT } as const;

/** Figures as a table whose heads come again on every page and whose rows are not torn. */
export function figuresTable(item: Figures): (Paragraph | Table)[] {
  const widths = widthsOf(columnShares(item));
  const size = figureSize(item);
  const cell = (
    at: number,
    children: readonly TextRun[],
    look: { readonly head: boolean; readonly align: 'left' | 'right' },
  ): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 80, right: 80, top: 50, bottom: 50 },
      borders: framed,
      ...(look.head ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EEEEEE' } } : {}),
      children: [
        new Paragraph({
          alignment: look.head ? AlignmentType.CENTER : alignments[look.align],
          keepNext: look.head,
          spacing: tight,
          children: [...children],
        }),
      ],
    });
  const table = new Table({
    width: { size: blockWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: item.columns.map(({ head, align }, at) =>
          cell(
            at,
            [
              new TextRun({
                text: printable(head),
                size: size * 2,
                font: fontOf(faces.hei),
                characterSpacing: 0,
              }),
            ],
            { head: true, align },
          ),
        ),
      }),
      ...item.rows.map(
        ({ cells, strong }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, at) =>
              cell(at, [run(text, size, strong)], {
                head: false,
                align: item.columns[at]?.align ?? 'left',
              }),
            ),
          }),
      ),
    ],
  });
  const after =
    item.note === undefined
      ? new Paragraph({ spacing: { ...tight, after: 120 } })
      : new Paragraph({ spacing: { before: 60, after: 200 }, children: [run(item.note, 9)] });
  return [captionOf(item.caption, item.newPage), table, after];
}

/**
 * A line is as high as the largest in it, the letters of a picture's own run among them; a picture
 * takes no other size than that of a style.
 */
export const barStyle = { id: 'bar', name: 'bar', run: { size: 2 } } as const;

const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;

/** A rectangle: one dot of colour, stretched. It is sharp at any size and every program shows it. */
const bar = (series: number, width: number, height: number): ImageRun =>
  new ImageRun({
    type: 'png',
    data: dotPng(fills[series] ?? fills[0]),
    transformation: { width: Math.max(0.6, pixels(width)), height: Math.max(0.6, pixels(height)) },
    // A number of our own: the library's counts up with each paper of the process. The table right
    // below says in words what the bars show.
    altText: { id: '1', name: 'bar', title: '', description: '' },
  });

const cellOf = (
  width: number,
  paragraphs: readonly Paragraph[],
  more: { readonly span?: number; readonly bottom?: boolean; readonly line?: boolean } = {},
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: more.bottom === true ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    margins: { left: 0, right: 0, top: 15, bottom: 15 },
    borders: more.line === true ? { ...bare, top: edge } : bare,
    ...(more.span === undefined ? {} : { columnSpan: more.span }),
    children: [...paragraphs],
  });

const drawn = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: [...rows],
  });

function barsTable(item: Chart): Table {
  const widths = [mm(52), blockWidth - mm(52)];
  const largest = largestOf(item);
  const last = item.rows.length - 1;
  return drawn(
    widths,
    item.rows.map(
      ({ label, values }, row) =>
        new TableRow({
          cantSplit: true,
          children: [
            cellOf(widths[0] ?? 0, [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                keepNext: row < last,
                spacing: tight,
                indent: { right: 110 },
                children: [run(label, 9)],
              }),
            ]),
            cellOf(
              widths[1] ?? 0,
              values.map(
                (value, at) =>
                  new Paragraph({
                    keepNext: row < last,
                    spacing: tight,
                    style: barStyle.id,
                    children: [bar(at, (value / largest) * 78, 3), run(` ${value}`, 9)],
                  }),
              ),
            ),
          ],
        }),
    ),
  );
}

function columnsTable(item: Chart): Table {
  const { series, rows } = item;
  const largest = largestOf(item);
  const each = Math.floor(blockWidth / (rows.length * series.length));
  const room = (each / blockWidth) * 156;
  const stacked = rows.flatMap(({ values }) =>
    values.map((value, at) =>
      cellOf(
        each,
        [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: tight,
            children: [run(String(value), 6.5)],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: tight,
            style: barStyle.id,
            children: [bar(at, Math.min(10, room * 0.84), (value / largest) * 38)],
          }),
        ],
        { bottom: true },
      ),
    ),
  );
  const labels = rows.map(({ label }) =>
    cellOf(
      each * series.length,
      [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: tight,
          children: [run(label, 7.5)],
        }),
      ],
      { span: series.length, line: true },
    ),
  );
  return drawn(
    rows.flatMap(() => series.map(() => each)),
    [
      new TableRow({ cantSplit: true, children: stacked }),
      new TableRow({ cantSplit: true, children: labels }),
    ],
  );
}

const legendOf = ({ series }: Chart): Paragraph[] =>
  series.length < 2
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { ...tight, after: 60 },
          children: series.flatMap((name, at) => [bar(at, 3, 3), run(` ${name}　　`, 9)]),
        }),
      ];

/** A chart drawn with rectangles. */
export const chartTable = (item: Chart): (Paragraph | Table)[] => [
  captionOf(item.caption),
  ...legendOf(item),
  item.form === 'bars' ? barsTable(item) : columnsTable(item),
  new Paragraph({ spacing: { ...tight, after: 120 } }),
];
