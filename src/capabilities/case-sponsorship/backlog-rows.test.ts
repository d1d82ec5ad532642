import { expect, test } from 'vitest';
import { readRowFile } from '../identity-organisation/index.ts';
import { backlogColumns, backlogRowsOf } from './backlog-rows.ts';
import { templateFile } from './list-file.ts';

test('S-6 the template, filled in, is read as it was written; other columns do not matter', async () => {
  const read = await readRowFile('积案交办表.xlsx', await templateFile());
  const rows = read.ok ? backlogRowsOf(read.value) : [];
  expect(rows).toEqual([
    { row: 2, ...Object.fromEntries(backlogColumns.map(({ field, example }) => [field, example])) },
  ]);
});

test('S-6 rows keep their place in the sheet; empty ones are passed over', () => {
  const rows = backlogRowsOf([
    { 信访编号: '1', 备注: '甲' },
    { 信访编号: '', 包案领导: '', 备注: '空行' },
    'no row',
    { 'Petition number': '2', 'Responsible leader': ' 程怀民 ' },
  ]);
  expect(rows.map(({ row, number, leader }) => [row, number, leader])).toEqual([
    [2, '1', ''],
    [5, '2', '程怀民'],
  ]);
});
