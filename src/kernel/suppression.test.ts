import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenCells, type Order } from './suppression.ts';

type Counts = readonly (readonly number[])[];

const hiddenOfTable = (counts: Counts, order?: Order) =>
  hiddenCells(
    counts.map((line) => line.map((n) => [n])),
    order,
  );

/** A table with its totals. */
const withTotals = (cells: Counts): Counts => {
  const rows = cells.map((line) => [...line, line.reduce((sum, each) => sum + each, 0)]);
  const columns = [...(rows[0]?.keys() ?? [])];
  return [...rows, columns.map((at) => rows.reduce((sum, line) => sum + (line[at] ?? 0), 0))];
};

const column = (...counts: readonly number[]): Counts =>
  [...counts, counts.reduce((sum, each) => sum + each, 0)].map((count) => [count]);

const hiddenOf = (counts: Counts, order?: Order): readonly boolean[] =>
  hiddenOfTable(counts, order).map(([only]) => only === true);

test('T-1 a small part is left out, and with it the next one, so that the rest is ten or more', () => {
  expect(hiddenOf(column(12, 0, 9, 11))).toEqual([true, false, true, false, false]);
  expect(hiddenOf(column(0, 40, 3, 4))).toEqual([false, true, true, true, false]);
  expect(hiddenOf(column(9))).toEqual([true, true]);
  expect(hiddenOf(column(40, 0, 12))).toEqual([false, false, false, false]);
});

test('T-1 two small parts that are ten together hide each other', () => {
  expect(hiddenOf(column(12, 6, 5))).toEqual([false, true, true, false]);
});

test('T-1 a total below ten takes its whole table along', () => {
  expect(hiddenOf(column(3, 0, 4))).toEqual([true, true, true, true]);
});

/** Whether a sum is some combination of sums that are known; all as 0 and 1 over the inner cells. */
function isKnown(known: readonly (readonly number[])[], sum: readonly number[]): boolean {
  const rank = (rows: readonly (readonly number[])[]): number => {
    const left = rows.map((row) => [...row]);
    let found = 0;
    for (let at = 0; at < sum.length; at += 1) {
      const pivot = left.findIndex((row, place) => place >= found && Math.abs(row[at]!) > 1e-9);
      if (pivot < 0) continue;
      [left[found], left[pivot]] = [left[pivot]!, left[found]!];
      const by = left[found]!;
      left.forEach((row, place) => {
        if (place <= found) return;
        const factor = row[at]! / by[at]!;
        row.forEach((value, c) => (row[c] = value - factor * by[c]!));
      });
      found += 1;
    }
    return found;
  };
  return rank([...known, sum]) === rank(known);
}

/** Every number below ten that somebody could work out who knows all cells that are shown. */
function workedOut(cells: Counts, hidden: readonly (readonly boolean[])[]): readonly number[] {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const flat = cells.flat();
  const sumOf = (row: number, col: number): number[] =>
    flat.map((_, place) => {
      const [r, c] = [Math.floor(place / columns), place % columns];
      return (row === rows || row === r) && (col === columns || col === c) ? 1 : 0;
    });
  const known = hidden.flatMap((line, row) =>
    line.flatMap((gone, col) => (gone ? [] : [sumOf(row, col)])),
  );
  return [...Array(2 ** flat.length).keys()].flatMap((mask) => {
    const sum = flat.map((_, place) => (mask >> place) & 1);
    const amount = flat.reduce((all, count, place) => all + count * sum[place]!, 0);
    return amount > 0 && amount < 10 && isKnown(known, sum) ? [amount] : [];
  });
}

const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 14 }),
  fc.integer({ min: 15, max: 60 }),
);
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .filter(([rows, columns]) => rows * columns <= 9)
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

test('T-1 no sum below ten can be worked out of all that is shown', () => {
  fc.assert(
    fc.property(tables, (cells) => {
      expect(workedOut(cells, hiddenOfTable(withTotals(cells)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('T-1 the attack of this test finds what a single cell left out gives away', () => {
  const cells = [[40, 3, 20]];
  const [line = [], totals = []] = withTotals(cells).map((row) => row.map(() => false));
  expect(
    workedOut(cells, [line.map((_, at) => at === 1), totals.map((_, at) => at === 1)]),
  ).toEqual([3]);
});

const permutations = (of: readonly number[]): readonly (readonly number[])[] =>
  of.length === 0
    ? [[]]
    : of.flatMap((each) => permutations(of.filter((one) => one !== each)).map((p) => [each, ...p]));

test('T-1 who knows the rule but not the lot is left with nine values or more for a hidden part', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 2, maxLength: 4 }), (counts) => {
      const lots = permutations([...counts.keys()]);
      const shown = (of: readonly number[], lot: readonly number[]): string =>
        JSON.stringify(hiddenOf(column(...of), () => lot));
      for (const lot of lots) {
        const hidden = hiddenOf(column(...counts), () => lot);
        const places = [...counts.keys()].filter((place) => hidden[place] === true);
        // A sum of two parts is the easiest to guess; a table without its total has no sum.
        if (places.length !== 2 || hidden.at(-1) === true) continue;
        const sum = places.reduce((all, place) => all + counts[place]!, 0);
        const possible = [...Array(sum + 1).keys()].filter((one) => {
          const other = counts.map((each, place) =>
            place === places[0] ? one : place === places[1] ? sum - one : each,
          );
          return lots.some((each) => shown(other, each) === JSON.stringify(hidden));
        });
        expect(possible.length).toBeGreaterThanOrEqual(9);
      }
    }),
    { numRuns: 40 },
  );
});

test('T-1 of a share both parts stand behind a cell: a few that were not kept hide it too', () => {
  const lines = [
    [30, 0],
    [28, 2],
    [58, 2],
  ];
  expect(hiddenCells(lines.map((parts) => [parts])).flat()).toEqual([true, true, true]);
});
