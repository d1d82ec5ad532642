import { smallestAggregate } from './measures.ts';

/**
 * What the cells of one measure give away: `[row][column]`, the totals last both ways; of each cell
 * as many numbers, as the matters and those of them that were kept.
 */
export type Counts = readonly (readonly Part[])[];

const isSmall = (count: number): boolean => count > 0 && count < smallestAggregate;

type Part = readonly number[];

/** In which order so many parts are asked to cover others; each place once. */
export type Order = (parts: number) => readonly number[];

const asTheyStand: Order = (parts) => [...Array(parts).keys()];

/**
 * Which parts of a total are left out: those with a small number, and further ones until whoever
 * takes the shown parts from the total is left with nothing, or with ten or more.
 */
function leftOut(
  parts: readonly Part[],
  order: Order,
  isUnsafe: (part: number) => boolean,
): ReadonlySet<number> {
  const out = new Set([...parts.keys()].filter(isUnsafe));
  const sums = [...(parts[0]?.keys() ?? [])];
  const covers = order(parts.length);
  for (;;) {
    const rest = sums.find((at) =>
      isSmall([...out].reduce((sum, part) => sum + (parts[part]?.[at] ?? 0), 0)),
    );
    if (rest === undefined) return out;
    const next = covers.find((part) => !out.has(part) && (parts[part]?.[rest] ?? 0) > 0);
    // Parts that are no parts of a sum, as moments are not: then none is shown.
    if (next === undefined) return new Set(parts.keys());
    out.add(next);
  }
}

const transposed = <Each>(table: readonly (readonly Each[])[]): Each[][] =>
  (table[0] ?? []).map((_, column) => table.map((line) => line[column] as Each));

const sumOf = (parts: readonly Part[]): Part =>
  parts.reduce((sum, part) => part.map((count, at) => count + (sum[at] ?? 0)), []);

/** Whole rows are left out: no equation is left that holds one of their cells alone. */
function hiddenByRow(counts: Counts, order: Order): boolean[][] {
  const [rows, totals] = [counts.slice(0, -1), counts.at(-1) ?? []];
  if (totals.at(-1)?.some(isSmall) === true) return counts.map((line) => line.map(() => true));
  const small = (line: readonly Part[]): boolean => line.some((part) => part.some(isSmall));
  const columns = totals.slice(0, -1);
  const gone = leftOut(columns, order, (column) => small([columns[column] ?? []]));
  // The sum of the totals that are left out can be worked out: no rest of it may be small either.
  const lines = rows.map((line) => [
    ...line.flatMap((part, column) => (gone.has(column) ? [] : part)),
    ...sumOf(line.filter((_, column) => gone.has(column))),
  ]);
  const out = leftOut(lines, order, (row) => small(rows[row] ?? []));
  return counts.map((line, row) =>
    line.map((_, column) => (row === rows.length ? gone.has(column) : out.has(row))),
  );
}

/**
 * Which cells are not shown, so that no sum of cells with fewer than ten behind it can be read or
 * worked out from the others: whole lines are left out, never single cells, along the axis that has
 * more of them. Nothing at all is no secret, but in a line that is left out it is not shown either.
 * @param order of the lines that cover small ones. Whoever knows it may tell the covering line from
 *   the small one: what is published is drawn by lot, once
 */
export function hiddenCells(
  counts: Counts,
  order: Order = asTheyStand,
): readonly (readonly boolean[])[] {
  return (counts[0]?.length ?? 0) > counts.length
    ? transposed(hiddenByRow(transposed(counts), order))
    : hiddenByRow(counts, order);
}
