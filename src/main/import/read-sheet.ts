import { readFile, stat } from 'node:fs/promises';
import type excel from 'exceljs';
import { firstSheet, inspectArchive, uploadLimits } from '../../platform/files/index.ts';
import { columns } from './columns.ts';
import { fault, type Fault, type ReadRow } from './fault.ts';

const bounds = {
  bytes: 50 * 1024 * 1024,
  rows: 50_000,
  columns: 100,
  characters: 40_000,
} as const;

/** The whole file cannot be read; nothing of it was imported. */
export class FileFault extends Error {
  readonly fault: Fault;

  constructor(zh: string, en: string) {
    super(en);
    this.fault = fault('', zh, en);
  }
}

/** size, packing and contents are judged before anything is unpacked for use. */
async function guarded(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > bounds.bytes) {
    throw new FileFault(
      '表格文件超过 50 MB，请分成几个文件。',
      'The workbook is over 50 MB; split it.',
    );
  }
  const bytes = await readFile(file);
  const verdict = await inspectArchive(bytes, uploadLimits);
  if (verdict === 'xlsx') return bytes;
  if (verdict === 'bomb') {
    throw new FileFault(
      '这个表格文件解压后异常巨大，可能是恶意文件，没有读取。',
      'This workbook unpacks to an abnormal size and may be malicious; it was not read.',
    );
  }
  throw new FileFault(
    '这不是可以读取的 XLSX 表格（可能已损坏、加密或含有宏）。',
    'This is not a readable XLSX workbook (damaged, encrypted or with macros).',
  );
}

const byTitle = new Map(
  columns.flatMap((column) => [
    [column.title, column],
    [column.field, column],
  ]),
);

/** A cell as text; what lost its digits when it was typed as a number is a fault. */
function textOf(value: excel.CellValue): string | Fault {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER / 10) {
    return fault(
      '',
      '号码被存成了数字，末几位已经丢失；请把该列设为文本后重新填写。',
      'The number was stored as a numeric value and lost its last digits; format the column as text.',
    );
  }
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 19);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return value.text;
  if ('error' in value) {
    return fault('', '单元格里是一个错误值。', 'The cell holds an error value.');
  }
  if ('result' in value) return textOf(value.result ?? null);
  return '';
}

/** Reads the first sheet of a workbook; its first row names the columns. */
export async function* readSheet(file: string): AsyncGenerator<ReadRow> {
  const bytes = await guarded(file);
  let heading: (string | undefined)[] | undefined;
  for (const row of await firstSheet(bytes)) {
    if (row.number > bounds.rows) {
      throw new FileFault(
        `表格超过 ${bounds.rows} 行，其余的没有读取；请分成几个文件。`,
        `The sheet has over ${bounds.rows} rows; the others were not read. Split it.`,
      );
    }
    const cells = Array.isArray(row.values) ? row.values.slice(1, bounds.columns + 1) : [];
    if (heading === undefined) heading = headingOf(cells);
    else {
      const read = rowOf(row.number, cells, heading);
      if (read !== undefined) yield read;
    }
  }
}

function headingOf(cells: readonly excel.CellValue[]): (string | undefined)[] {
  const fields = Array.from(cells, (cell) => {
    const title = textOf(cell);
    return typeof title === 'string' ? byTitle.get(title.trim())?.field : undefined;
  });
  if (fields.includes('title') && fields.includes('text')) return fields;
  throw new FileFault(
    '第一行没有“标题”和“事实和理由”两列；请用 --template 取得模板。',
    'The first row lacks the columns 标题 (title) and 事实和理由 (text); get the template by --template.',
  );
}

function rowOf(
  line: number,
  cells: readonly excel.CellValue[],
  heading: readonly (string | undefined)[],
): ReadRow | undefined {
  const value: Record<string, unknown> = {};
  for (const [at, field] of heading.entries()) {
    if (field === undefined) continue;
    const text = textOf(cells[at]);
    if (typeof text !== 'string') return { line, fault: fault(field, text.zh, text.en) };
    if (text.length > bounds.characters) {
      const limit = bounds.characters;
      const words = [`单元格超过 ${limit} 字。`, `The cell has over ${limit} characters.`] as const;
      return { line, fault: fault(field, ...words) };
    }
    const trimmed = text.trim();
    if (trimmed !== '') value[field] = codeOf(field, trimmed);
  }
  return Object.keys(value).length === 0 ? undefined : { line, value };
}

/** The code for a word of the column; a word that has none stays, and is refused by name later. */
const codeOf = (field: string, text: string): string =>
  byTitle.get(field)?.codes?.[text.replaceAll(' ', '')] ?? text;
