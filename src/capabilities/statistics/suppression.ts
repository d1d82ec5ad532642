import { smallestAggregate } from '../../kernel/measures.ts';

/** How many facts stand behind the cells of one measure: `[row][column]`, the totals last. */
export type Counts = readonly (readonly number[])[];

type Hidden = boolean[][];

const isSmall = (count: number): boolean => count > 0 && count < smallestAggregate;

/** In one line: a single hidden part could be worked out from the total, so a second one goes too. */
function coverLine(counts: readonly number[], hidden: boolean[]): boolean {
  const parts = counts.length - 1;
  const gone = hidden.slice(0, parts).filter(Boolean).length;
  if (gone !== 1 || hidden[parts] === true) return false;
  let smallest = -1;
  for (let place = 0; place < parts; place += 1) {
    const count = counts[place] ?? 0;
    if (hidden[place] === true || count === 0) continue;
    if (smallest < 0 || count < (counts[smallest] ?? 0)) smallest = place;
  }
  // Nothing else could cover it: then the total goes.
  hidden[smallest < 0 ? parts : smallest] = true;
  return true;
}

/**
 * Which cells are not shown, because fewer than ten stand behind them, or because they would give
 * such a cell away. Nothing at all is no secret.
 */
export function hiddenCells(counts: Counts): readonly (readonly boolean[])[] {
  const hidden: Hidden = counts.map((line) => line.map(isSmall));
  const columns = counts[0]?.length ?? 0;
  for (let again = true; again;) {
    again = false;
    counts.forEach((line, row) => {
      again = coverLine(line, hidden[row] ?? []) || again;
    });
    for (let column = 0; column < columns; column += 1) {
      const line = hidden.map((each) => each[column] ?? false);
      const covered = coverLine(
        counts.map((each) => each[column] ?? 0),
        line,
      );
      if (!covered) continue;
      again = true;
      line.forEach((gone, row) => {
        const cells = hidden[row];
        if (cells !== undefined) cells[column] = gone;
      });
    }
  }
  return hidden;
}
