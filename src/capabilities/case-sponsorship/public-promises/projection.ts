import { hiddenCells, type Order } from '../../../kernel/suppression.ts';
import type { PublicPromise } from './case.ts';
import { totalOf } from './case.ts';
import { readersOf } from './policy.ts';

/** What lists and the scope of readers need. */
export interface PromiseRow {
  readonly promise: PublicPromise;
  readonly readers: readonly string[];
}

export const rowOf = (promise: PublicPromise): PromiseRow => ({
  promise,
  readers: readersOf(promise),
});

/** What everybody may know of the progress; null for a number that is not shown. */
export interface OpenFigures {
  readonly total: number | null;
  readonly steps: readonly (number | null)[];
}

/** Always the same order for one promise, which nobody can foresee: its id is a keyed hash. */
const byId =
  (id: string): Order =>
  (parts) => {
    const order = [...Array(parts).keys()];
    const digits = id.replaceAll('-', '');
    for (let left = parts - 1; left > 0; left -= 1) {
      const other = Number.parseInt(digits.slice(left * 2, left * 2 + 2), 16) % (left + 1);
      [order[left], order[other]] = [order[other] ?? 0, order[left] ?? 0];
    }
    return order;
  };

/**
 * Progress in numbers as everybody sees it: by the one rule of open figures, steps with one to nine
 * households are left out, and further ones until nobody can be worked out from the total.
 */
export function openFiguresOf(promise: Pick<PublicPromise, 'id' | 'counts'>): OpenFigures {
  const total = totalOf(promise);
  const lines = [...promise.counts, total].map((count) => [[count], [count]]);
  const hidden = hiddenCells(lines, byId(promise.id)).map((line) => line[0] === true);
  return {
    total: hidden.at(-1) === true ? null : total,
    steps: promise.counts.map((count, step) => (hidden[step] === true ? null : count)),
  };
}
