import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../platform/files/fixtures.test-data.ts';
import { parseCsv, readRowFile } from './row-file.ts';

const codeOf = async (name: string, bytes: Buffer): Promise<string | undefined> => {
  const read = await readRowFile(name, bytes);
  return read.ok ? undefined : read.refusal.code;
};

describe('O-1 rows of a file', () => {
  it('O-1 reads quoted cells, line breaks inside them, and blank lines', () => {
    expect(parseCsv('a,b\r\n"x, ""y""",\n\n"1\n2",3')).toEqual([
      ['a', 'b'],
      ['x, "y"', ''],
      ['1\n2', '3'],
    ]);
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('"open')).toEqual([]);
  });

  it('O-1 reads a workbook by its heading, numbers as their digits', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('地区');
    sheet.addRow(['code', 'name', 'level', 'parentCode']);
    sheet.addRow([430121, '甲县', 'county', null]);
    sheet.addRow([
      '430121001',
      { richText: [{ text: '城关' }, { text: '镇' }] },
      'township',
      430121,
    ]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const read = await readRowFile('地区.XLSX', bytes);
    expect(read.ok && read.value).toEqual([
      { code: '430121', name: '甲县', level: 'county', parentCode: '' },
      { code: '430121001', name: '城关镇', level: 'township', parentCode: '430121' },
    ]);
  });

  it('X-5 refuses a bomb, an empty and a damaged file, each by its own sentence', async () => {
    const bomb = zipOf([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', content: Buffer.alloc(60 * 1024 * 1024, 32) },
    ]);
    expect(await codeOf('a.xlsx', bomb)).toBe('file-archive-bomb');
    expect(await codeOf('a.xlsx', Buffer.from('not a zip'))).toBe('file-damaged');
    expect(await codeOf('a.json', Buffer.from('{"not": "a list"}'))).toBe('file-damaged');
    expect(await codeOf('a.csv', Buffer.from('code,name\n'))).toBe('file-empty');
    expect(await codeOf('a.exe', Buffer.from('MZ'))).toBe('file-type');
  });
});
