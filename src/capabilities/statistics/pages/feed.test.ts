import { describe, expect, test } from 'vitest';
import type { Cell, MeasureEntry, OpenMonth, Table } from '../contract.ts';
import { csvOf, jsonOf } from './feed.ts';

const both = (text: string) => ({ zh: text, en: text });

const measure: MeasureEntry = {
  id: 'batches',
  capability: 'petitions',
  name: both('信访批次'),
  formula: both('件'),
  source: { ...both('惯例'), date: null, certainty: 'practice' },
  numerator: [both('登记')],
  denominator: null,
  dimensions: ['topic'],
  unit: 'matters',
  better: null,
  target: null,
  beside: [],
  stock: false,
  displayOnly: true,
};

const counted = (count: number): Cell => ({
  numerator: count,
  denominator: null,
  value: count,
  hidden: false,
  before: null,
});
const small: Cell = { numerator: null, denominator: null, value: null, hidden: true, before: null };

const table: Table = {
  asOf: '2026-11-22',
  period: { from: '2026-01-01', to: '2026-11-22' },
  compared: null,
  freshness: { behind: 0, seconds: 0, refolding: false },
  measures: [measure],
  rows: [
    { key: 'a', label: both('=HYPERLINK("x")'), opens: false },
    { key: 'b', label: both('环境, 噪声'), opens: false },
    { key: 'total', label: both('合计'), opens: false },
  ],
  columns: [{ key: 'total', label: both('合计'), opens: false }],
  cells: [[[counted(40)]], [[small]], [[counted(43)]]],
};
const months: readonly OpenMonth[] = [
  {
    month: '2026-10-01',
    publishedOn: '2026-11-05',
    sections: [{ name: 'topic', table }],
  },
];

describe('T-2 the machine feed of open figures', () => {
  test('has a line for each number, and none for what is not shown', () => {
    const lines = csvOf(months, 'zh-CN').trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe('2026-10,topic,b,"环境, 噪声",batches,,,,true');
    expect(lines[3]).toBe('2026-10,topic,total,合计,batches,43,,43,false');
  });

  test('X-5 takes no text for a formula', () => {
    expect(csvOf(months, 'zh-CN')).not.toMatch(/,"?=HYPERLINK/);
  });

  test('says in JSON of which place, which month and by which formula', () => {
    expect(jsonOf(months, '临澄县信访局', 'zh-CN')).toMatchObject({
      place: '临澄县信访局',
      months: [{ month: '2026-10', publishedOn: '2026-11-05' }],
      measures: [{ id: 'batches', formula: { zh: '件' } }],
      figures: [{ value: 40 }, { value: null, hidden: true }, { value: 43 }],
    });
  });
});
