import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { smallestAggregate } from '../../../kernel/measures.ts';
import { readRowFile } from '../../identity-organisation/index.ts';
import { emptyList } from '../list-file.ts';
import { isLate, type PromiseStatus } from './case.ts';
import { normalReference } from './codes.ts';
import { makePromiseSchema } from './contract.ts';
import { householdColumns, householdRowsOf } from './household-rows.ts';
import { openFiguresOf } from './projection.ts';

test('S-4 the template, filled in, is read as it was written', async () => {
  const read = await readRowFile('各户进展表.xlsx', await emptyList('各户', householdColumns));
  const rows = read.ok ? householdRowsOf(read.value) : [];
  expect(rows).toEqual([
    {
      row: 2,
      ...Object.fromEntries(householdColumns.map(({ field, example }) => [field, example])),
    },
  ]);
});

test('S-4 rows keep their place in the sheet; empty ones are passed over, other columns do not matter', () => {
  const rows = householdRowsOf([
    { 户号: '3-2-1', 进展: '审核中', 面积: '98' },
    { 户号: '', 进展: '' },
    'no row',
    { Household: ' 3-2-2 ', Step: '1' },
  ]);
  expect(rows.map(({ row, reference, step }) => [row, reference, step])).toEqual([
    [2, '3-2-1', '审核中'],
    [5, '3-2-2', '1'],
  ]);
});

test.each([
  ['3-2-1201', '3-2-1201'],
  ['３－２－１２０１', '3-2-1201'],
  [' 3 — 2 — 1201 ', '3-2-1201'],
  ['a栋_1单元_502', 'A栋-1单元-502'],
  ['3-2-1\u0000201', '3-2-1201'],
  [' － ', ''],
])('S-4 “%s” is the household %s', (typed, reference) => {
  expect(normalReference(typed)).toBe(reference);
});

describe('S-4 open progress', () => {
  const id = '8288b031-a62e-827e-bce9-0b52ddc74edf';

  test('S-4 no small number is shown, nor left when all that is shown is taken from the total', () => {
    const counts = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(counts, (each) => {
        const { total, steps } = openFiguresOf({ id, counts: each });
        const all = each.reduce((sum, count) => sum + count, 0);
        if (total === null) expect(all).toBeLessThan(smallestAggregate);
        for (const count of steps) expect(count === null || count === 0 || count >= 10).toBe(true);
        if (total === null) return;
        const rest = total - steps.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        expect(rest === 0 || rest >= smallestAggregate).toBe(true);
        // What is hidden alone could be worked out.
        const hidden = steps.filter((count) => count === null).length;
        expect(rest === 0 || hidden > 1).toBe(true);
      }),
    );
  });

  test('S-4 large numbers are shown as they are', () => {
    expect(openFiguresOf({ id, counts: [20, 0, 30] })).toEqual({ total: 50, steps: [20, 0, 30] });
  });
});

test.each<[PromiseStatus, string, readonly number[], boolean]>([
  ['open', '2026-11-01', [3, 7], true],
  ['open', '2026-11-02', [3, 7], false],
  ['reported', '2026-11-01', [1, 9], true],
  ['reported', '2026-11-01', [0, 10], false],
  ['fulfilled', '2026-11-01', [1, 9], true],
  ['withdrawn', '2026-11-01', [3, 7], false],
])('S-4 %s, due %s, with %j households is late: %s', (status, due, counts, late) => {
  const promise = { status, dueDate: localDate(due), counts };
  expect(isLate(promise, localDate('2026-11-02'))).toBe(late);
});

test('S-4 a promise has two to eight steps, each with a name of its own', () => {
  const made = (names: readonly string[]) =>
    makePromiseSchema.safeParse({
      title: '办证',
      text: '全部住户办证。',
      unit: 'housing',
      dueDate: '2026-12-01',
      steps: names.map((name) => ({ name })),
    }).success;
  expect(made(['一', '二'])).toBe(true);
  expect(made(['一'])).toBe(false);
  expect(made(['一', '一 '])).toBe(false);
  expect(made('一 二 三 四 五 六 七 八 九'.split(' '))).toBe(false);
});
