import type { Block, PaperDocument } from './document.ts';
import { chineseDate, chineseNumeral, widthOf } from './wording.ts';

export type Figures = Extract<Block, { type: 'figures' }>;
export type Chart = Extract<Block, { type: 'chart' }>;
export type TableRow = Extract<Block, { type: 'table' }>['rows'][number];

/** What a renderer sets, in order. Both renderers walk this list, so DOCX and PDF cannot differ. */
export type Item =
  | { readonly type: 'paragraph'; readonly text: string; readonly indent: boolean }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly type: 'attachment';
      readonly first: boolean;
      readonly number: string;
      readonly text: string;
    }
  | {
      readonly type: 'table';
      readonly rows: readonly TableRow[];
      readonly whole?: boolean | undefined;
    }
  | Figures
  | Chart
  | { readonly type: 'signature'; readonly name: string; readonly date: string };

/** The place of a date that is not known yet. */
const openDate = '　　　　年　　月　　日';

/** Numbers headings and lists, splits paragraphs at line feeds, sets attachments before the signature. */
export function itemsOf(document: PaperDocument): Item[] {
  const items: Item[] = [];
  const counters: [number, number, number] = [0, 0, 0];
  let attachmentsSet = false;
  const setAttachments = () => {
    if (attachmentsSet) return;
    attachmentsSet = true;
    items.push(...attachmentItems(document.attachments));
  };
  for (const block of document.blocks) {
    switch (block.type) {
      case 'paragraph':
        items.push(...paragraphs(block.text, block.indent));
        break;
      case 'heading':
        items.push({ type: 'heading', level: block.level, text: numbered(block, counters) });
        break;
      case 'demands':
        block.items.forEach((text, index) =>
          items.push(...paragraphs(block.items.length > 1 ? `${index + 1}. ${text}` : text, true)),
        );
        break;
      case 'table':
        items.push({ type: 'table', rows: block.rows, whole: block.whole });
        break;
      case 'figures':
      case 'chart':
        items.push(block);
        break;
      case 'signature':
        setAttachments();
        items.push({
          type: 'signature',
          name: document.issuer.name,
          date: document.date === undefined ? openDate : chineseDate(document.date),
        });
        break;
    }
  }
  setAttachments();
  return items;
}

function paragraphs(text: string, indent: boolean): Item[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', text: part, indent }));
}

/** GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. */
function numbered(
  heading: Extract<Block, { type: 'heading' }>,
  counters: [number, number, number],
): string {
  const index = heading.level - 1;
  counters[index] = (counters[index] ?? 0) + 1;
  counters.fill(0, heading.level);
  const count = counters[index] ?? 0;
  if (heading.level === 1) return `${chineseNumeral(count)}、${heading.text}`;
  if (heading.level === 2) return `（${chineseNumeral(count)}）${heading.text}`;
  return `${count}. ${heading.text}`;
}

/** GB/T 9704-2012, 7.3.4: one is named after 附件：, several are numbered, no mark at the end. */
function attachmentItems(attachments: readonly string[]): Item[] {
  return attachments.map((text, index) => ({
    type: 'attachment',
    first: index === 0,
    number: attachments.length > 1 ? `${index + 1}.` : '',
    text,
  }));
}

/** Width of a table's first column in characters: its longest label, or seven and the label wraps. */
export function labelWidth(rows: readonly TableRow[]): number {
  const longest = Math.max(...rows.map((row) => widthOf(row.label)));
  return Math.max(2, longest > 10.5 ? 7 : longest) + 1.2;
}

/**
 * How wide the columns of figures are, in parts of the whole: the first one holds names, the others
 * what stands in them; wide text gives way, for it can break.
 */
export function columnShares({ columns, rows }: Figures): readonly number[] {
  const widths = columns.map(({ head }, at) => {
    const longest = Math.max(
      // A long head may break once, figures may not.
      widthOf(head) <= 5 ? widthOf(head) : Math.ceil(widthOf(head) / 2),
      ...rows.map(({ cells }) => widthOf(cells[at] ?? '')),
    );
    return Math.min(Math.max(longest, 2.6), at === 0 ? 14 : 22) + 1.8;
  });
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => width / sum);
}

/** Many columns want small letters: 五号 or 小五, in points. */
export const figureSize = ({ columns }: Figures): number => (columns.length > 6 ? 9 : 10.5);

/** The longest bar; of nothing but zeros, one. */
export const largestOf = ({ rows }: Chart): number =>
  Math.max(1, ...rows.flatMap(({ values }) => values));
