import excel from 'exceljs';
import { columns } from './columns.ts';

/** Writes an empty table with its headings, one example and the words that each column takes. */
export async function writeTemplate(file: string): Promise<void> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('信访事项', { views: [{ state: 'frozen', ySplit: 1 }] });
  // Text everywhere: numbers of people and papers must keep all their digits.
  sheet.columns = columns.map(({ field, title }) => ({
    header: title,
    key: field,
    width: Math.max(12, title.length * 3),
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRow(Object.fromEntries(columns.map(({ field, example }) => [field, example])));
  const notes = book.addWorksheet('填写说明');
  notes.columns = [
    { header: '列', width: 18 },
    { header: 'Column', width: 24 },
    { header: '可以填写', width: 80 },
  ];
  for (const { title, en, codes } of columns) {
    notes.addRow([title, en, codes === undefined ? '文字' : Object.keys(codes).join('、')]);
  }
  notes.addRow([]);
  notes.addRow([
    '说明',
    '',
    '第二行是示例，填写前请删除。诉求之间用分号或者换行隔开，最多 20 项。',
  ]);
  notes.addRow(['', '', '编号相同的行只导入一次；没有编号的，内容相同的只导入一次。']);
  await book.xlsx.writeFile(file);
}
