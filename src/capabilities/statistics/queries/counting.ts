import { addDays, localDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { Term } from '../../../kernel/measures.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { totalKey } from '../contract.ts';
import {
  countFacts,
  countStocks,
  countThirds,
  thirdsFor,
  type Ask,
  type Counted,
  type DimFilter,
  type Stood,
} from '../read-store.ts';
import { bucketsOf, type Span } from '../spans.ts';
import type { Axis } from './axis.ts';
import { both, type Frame } from './frame.ts';

/** How many facts, and what they add up to. */
export interface Sum {
  readonly facts: number;
  readonly amount: number;
}

/** Sums by row and column key, totals among them. */
export type Grid = Map<string, Map<string, Sum>>;

const nothing: Sum = { facts: 0, amount: 0 };

export const sumAt = (grid: Grid, row: string, column: string): Sum =>
  grid.get(row)?.get(column) ?? nothing;

const plus = (one: Sum, other: Sum): Sum => ({
  facts: one.facts + other.facts,
  amount: one.amount + other.amount,
});

function add(grid: Grid, row: string, column: string, sum: Sum): void {
  const line = grid.get(row) ?? new Map<string, Sum>();
  grid.set(row, line);
  line.set(column, plus(line.get(column) ?? nothing, sum));
}

/** Before every record: stocks add up whatever began since. */
const beginning = localDate('1990-01-01');

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** The dims that a term asks for; `detail` is picked from the answer. */
function filterOf(term: Term, filter: DimFilter): DimFilter {
  const { detail: _, ...dims } = term.where ?? {};
  return both(filter, dims);
}

type Daily = Pick<Ask, 'from' | 'to' | 'known'>;

/** Which days of a term are read, and as known when. */
export function daysOfTerm(term: Term, frame: Frame, span: Span): Daily {
  const isNow = frame.asOf === frame.today;
  if (term.stock !== true) {
    const known = isNow ? null : frame.asOf;
    const over = term.due === true && isNow ? addDays(frame.today, -1) : frame.asOf;
    return { from: span.from, to: earlier(span.to, over), known };
  }
  const end = earlier(span.to, frame.asOf);
  const known = isNow && end === frame.today ? null : end;
  const to = term.due === true && known === null ? addDays(end, -1) : end;
  return { from: beginning, to, known };
}

/** Asks each question once, whatever measures need its answer. */
export class Asked {
  readonly #tx: Tx;
  readonly #answers = new Map<string, Promise<readonly Counted[]>>();
  readonly #stocks = new Map<string, Promise<readonly Stood[]>>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  count(ask: Ask): Promise<readonly Counted[]> {
    if (ask.from > ask.to) return Promise.resolve([]);
    const key = JSON.stringify(ask);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const ahead = thirdsFor(ask);
    const answer = ahead === null ? countFacts(this.#tx, ask) : countThirds(this.#tx, ask, ahead);
    this.#answers.set(key, answer);
    return answer;
  }

  /** What stood at the end of past days; `ask` says of what, and not when. */
  stood(ask: Ask, days: readonly LocalDate[]): Promise<readonly Stood[]> {
    const key = JSON.stringify([ask, days]);
    const known = this.#stocks.get(key);
    if (known !== undefined) return known;
    const answer = countStocks(this.#tx, ask, days);
    this.#stocks.set(key, answer);
    return answer;
  }
}

const isOfTerm = (term: Term, { detail }: Counted): boolean => {
  const wanted = term.where?.detail;
  return wanted === undefined || (detail !== null && wanted.includes(detail));
};

const sumOf = (term: Term, { facts, total }: Counted): Sum => ({
  facts,
  amount: term.of === 'sum' ? total : facts,
});

/** The lines of one answer along an axis: its own, and the total. */
const linesOf = (axis: Axis, code: string | null): ReadonlySet<string> =>
  new Set([axis.keyOf(code), totalKey]);

function place(
  grid: Grid,
  rows: ReadonlySet<string>,
  columns: ReadonlySet<string>,
  sum: Sum,
): void {
  for (const row of rows) for (const column of columns) add(grid, row, column, sum);
}

/** What happened: every fact once, on its day. */
async function countFlow(asked: Asked, term: Term, frame: Frame, span: Span, grid: Grid) {
  const { rows, columns } = frame;
  const answers = await asked.count({
    kind: term.fact,
    ...daysOfTerm(term, frame, span),
    row: rows.raw,
    column: columns.raw,
    step: frame.step,
    filter: filterOf(term, frame.filter),
  });
  for (const counted of answers) {
    if (!isOfTerm(term, counted)) continue;
    place(grid, linesOf(rows, counted.row), linesOf(columns, counted.column), sumOf(term, counted));
  }
}

/** The moments of a stock: the end of each step where time is cut, and the end of all. */
const momentsOf = (frame: Frame, span: Span): readonly (Span & { readonly key: string })[] => {
  const whole = { ...span, key: totalKey };
  if (frame.rows.raw !== 'period' && frame.columns.raw !== 'period') return [whole];
  const begun = bucketsOf(span, frame.step).filter(({ from }) => from <= frame.asOf);
  return [...begun, whole];
};

/** What stands at the end of a step. Moments are not added up: the total is that of the last. */
async function countStock(asked: Asked, term: Term, frame: Frame, span: Span, grid: Grid) {
  const { rows, columns } = frame;
  const rawOf = ({ raw }: Axis) => (raw === 'period' ? null : raw);
  const ask = {
    kind: term.fact,
    row: rawOf(rows),
    column: rawOf(columns),
    step: frame.step,
    filter: filterOf(term, frame.filter),
  };
  const moments = momentsOf(frame, span).map(({ key, from, to }) => ({
    key,
    days: daysOfTerm(term, frame, { from, to }),
  }));
  const past = [...new Set(moments.flatMap(({ days }) => days.known ?? []))].toSorted();
  const always: Daily = { from: beginning, to: frame.today, known: null };
  const stood = past.length === 0 ? [] : await asked.stood({ ...ask, ...always }, past);
  for (const { key, days } of moments) {
    const answers =
      days.known === null
        ? await asked.count({ ...ask, ...days })
        : stood.filter(({ moment }) => moment === days.known);
    const along = (axis: Axis, code: string | null): ReadonlySet<string> =>
      axis.raw === 'period' ? new Set([key]) : linesOf(axis, code);
    for (const counted of answers) {
      if (!isOfTerm(term, counted)) continue;
      place(grid, along(rows, counted.row), along(columns, counted.column), sumOf(term, counted));
    }
  }
}

/** Adds up some terms over a span. */
export async function countTerms(
  asked: Asked,
  terms: readonly Term[],
  frame: Frame,
  span: Span,
): Promise<Grid> {
  const grid: Grid = new Map();
  await Promise.all(
    terms.map((term) =>
      term.stock === true
        ? countStock(asked, term, frame, span, grid)
        : countFlow(asked, term, frame, span, grid),
    ),
  );
  return grid;
}
