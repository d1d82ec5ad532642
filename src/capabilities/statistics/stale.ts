import { parseLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { thirdOf } from './spans.ts';

/** A third of a month that is behind, and in which of the two counts. */
export interface StaleThird {
  readonly kind: string;
  /** `now`: facts of its days that hold now; `stock`: those that began to stand less those that ended. */
  readonly what: 'now' | 'stock';
  readonly third: LocalDate;
}

/** What of a fact is counted. */
export interface CountedFact {
  readonly kind: string;
  readonly day: LocalDate;
  readonly from: LocalDate;
  /** `infinity` while it holds. */
  readonly to: string;
  readonly value: number;
  readonly detail: string | null;
  readonly dimsId: string;
}

/** What a fact does to a stock: it begins to stand on a day, and ends on another. */
function turnsOf(row: CountedFact): readonly string[] {
  const { kind, day, from, to } = row;
  const begun = day > from ? day : from;
  if (to <= begun) return [];
  const what = JSON.stringify([row.value, row.detail, row.dimsId]);
  return [`${kind} ${begun} + ${what}`, ...(to === 'infinity' ? [] : [`${kind} ${to} - ${what}`])];
}

/** Turns that were and are not, or are and were not. */
function changedTurns(
  before: readonly CountedFact[],
  after: readonly CountedFact[],
): readonly string[] {
  const balance = new Map<string, number>();
  const add = (rows: readonly CountedFact[], by: number): void => {
    for (const turn of rows.flatMap(turnsOf)) balance.set(turn, (balance.get(turn) ?? 0) + by);
  };
  add(after, 1);
  add(before, -1);
  return [...balance].flatMap(([turn, sum]) => (sum === 0 ? [] : [turn]));
}

/**
 * Which counted thirds a change of facts leaves behind. A fact that ends today leaves its past in
 * the stocks as it was: an old third is marked only where its past itself is another now.
 * @param before, after the changed rows as they were and as they are
 * @param stocks kinds that some measure counts as a stock
 */
export function staleThirds(
  before: readonly CountedFact[],
  after: readonly CountedFact[],
  stocks: ReadonlySet<string>,
): readonly StaleThird[] {
  const marks = new Map<string, StaleThird>();
  const mark = (what: StaleThird['what'], kind: string, date: string): void => {
    const day = parseLocalDate(date);
    if (day === undefined) return;
    const third = thirdOf(day);
    marks.set(`${what} ${kind} ${third}`, { what, kind, third });
  };
  for (const { kind, day } of [...before, ...after]) mark('now', kind, day);
  const standing = (rows: readonly CountedFact[]) => rows.filter(({ kind }) => stocks.has(kind));
  for (const turn of changedTurns(standing(before), standing(after))) {
    const [kind = '', day = ''] = turn.split(' ');
    mark('stock', kind, day);
  }
  return [...marks.values()];
}
