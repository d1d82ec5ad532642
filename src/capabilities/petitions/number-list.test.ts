import { expect, test } from 'vitest';
import { formatPetitionNumber } from '../../kernel/petition-number.ts';
import { numbersOfRows } from './number-list.ts';

const one = formatPetitionNumber(2026, 1);
const two = formatPetitionNumber(2026, 2);

test('P-13 a list of members is read by its heading, by its digits, or without a heading', () => {
  expect(numbersOfRows([{ 姓名: '甲', 信访编号: one }])).toEqual([{ row: 2, number: one }]);
  expect(numbersOfRows([{ 门牌: '1-101', x: one }])).toEqual([{ row: 2, number: one }]);
  expect(numbersOfRows([{ [one]: two }])).toEqual([
    { row: 1, number: one },
    { row: 2, number: two },
  ]);
  // What is no number is told by its row, not left out; an empty row says nothing.
  expect(numbersOfRows([{ 编号: '12345' }, { 编号: '' }, 7])).toEqual([
    { row: 2, number: '12345' },
  ]);
});
