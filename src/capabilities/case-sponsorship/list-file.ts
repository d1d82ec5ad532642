import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { backlogColumns } from './backlog-rows.ts';

interface Column {
  readonly field: string;
  readonly title: string;
  readonly example: string;
}

/** An empty list with its headings and one example, all cells text: numbers keep all their digits. */
export async function emptyList(name: string, columns: readonly Column[]): Promise<Buffer> {
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ field, title }) => ({
    header: title,
    key: field,
    width: 24,
    style: { numFmt: '@' },
  }));
  sheet.addRow(Object.fromEntries(columns.map(({ field, example }) => [field, example]))).commit();
  sheet.commit();
  await book.commit();
  return Buffer.concat(parts);
}

export const templateFile = (): Promise<Buffer> => emptyList('积案', backlogColumns);
