import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { backlogColumns } from './backlog-rows.ts';

/** An empty list with its headings and one example, all cells text: numbers keep all their digits. */
export async function templateFile(): Promise<Buffer> {
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out });
  const sheet = book.addWorksheet('积案', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = backlogColumns.map(({ field, title }) => ({
    header: title,
    key: field,
    width: 24,
    style: { numFmt: '@' },
  }));
  sheet
    .addRow(Object.fromEntries(backlogColumns.map(({ field, example }) => [field, example])))
    .commit();
  sheet.commit();
  await book.commit();
  return Buffer.concat(parts);
}
