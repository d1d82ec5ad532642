import type { StaffActor } from '../../../kernel/actor.ts';
import { valueOf, type Measure } from '../../../kernel/measures.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { loadOrganisation, type Organisation } from '../../identity-organisation/index.ts';
import { factScope, type StatisticsDeps } from '../commands/deps.ts';
import {
  totalKey,
  type Amount,
  type Cell,
  type Table,
  type TableLine,
  type TableQuery,
} from '../contract.ts';
import { bucketsOf, type Span } from '../spans.ts';
import { hiddenCells, type Order } from '../../../kernel/suppression.ts';
import { totalLine, type Axis } from './axis.ts';
import { entryOf } from './catalogue.ts';
import { Asked, countTerms, sumAt, type Grid, type Sum } from './counting.ts';
import { frameOf, mostCells, withBeside, type Frame } from './frame.ts';
import { freshnessOf } from './freshness.ts';
import { jurisdictionOf, type Jurisdiction } from './jurisdiction.ts';

/** What one measure comes to over one span. */
interface Reading {
  readonly numerator: Grid;
  readonly denominator: Grid | null;
}

async function read(asked: Asked, measure: Measure, frame: Frame, span: Span): Promise<Reading> {
  const { numerator, denominator } = measure;
  const [above, below] = await Promise.all([
    countTerms(asked, numerator, frame, span),
    denominator === null ? null : countTerms(asked, denominator, frame, span),
  ]);
  return { numerator: above, denominator: below };
}

const keysOf = (grid: Grid): readonly string[] => [...grid.keys()];
const columnKeysOf = (grid: Grid): readonly string[] =>
  [...grid.values()].flatMap((line) => [...line.keys()]);

/** Lines with something in them and those always shown, in order; the total is the last. */
function keysAlong(axis: Axis, found: readonly string[]): readonly string[] {
  if (axis.raw === null) return [totalKey];
  const keys = new Set([...axis.always, ...found]);
  keys.delete(totalKey);
  return [
    ...[...keys].toSorted((one, other) => (axis.rank(one) < axis.rank(other) ? -1 : 1)),
    totalKey,
  ];
}

const amountOf = (above: Sum, below: Sum | null): Amount => ({
  numerator: above.amount,
  denominator: below?.amount ?? null,
  value: valueOf(above.amount, below?.amount ?? null),
});

const nothingShown: Amount = { numerator: null, denominator: null, value: null };

/** Who looks on: `staff` sees every number, but aggregates alone where a table is guarded. */
type Shield = 'staff' | 'guarded' | 'open';

/** All numbers that a cell gives away. What is not shown to anybody who knows nothing: none of 1..9. */
function givenAway(measure: Measure, above: Sum, below: Sum | null, shield: Shield): number[] {
  if (below === null) {
    // Persons are told beside batches: what is left between the two is a number as well.
    return shield === 'open' ? [above.facts, Math.abs(above.amount - above.facts)] : [above.facts];
  }
  if (shield === 'open' && measure.ofPeople === true) {
    // That nobody was dissatisfied is not shown either: else only good months would be told.
    const least = below.facts === 0 ? 0 : 1;
    return [below.facts, above.amount, below.facts - above.amount].map((n) => Math.max(least, n));
  }
  return measure.guarded === true ? [below.facts, above.amount] : [below.facts];
}

type Cells = readonly (readonly { readonly amount: Amount; readonly hidden: boolean }[])[];

/** One measure's cells, in the order of the lines; what must not be shown is not in them. */
function cellsOf(
  measure: Measure,
  reading: Reading,
  keys: { readonly rows: readonly string[]; readonly columns: readonly string[] },
  shield: Shield,
  order?: Order,
): Cells {
  const sums = keys.rows.map((row) =>
    keys.columns.map((column) => ({
      above: sumAt(reading.numerator, row, column),
      below: reading.denominator === null ? null : sumAt(reading.denominator, row, column),
    })),
  );
  const hidden =
    shield === 'staff'
      ? null
      : hiddenCells(
          sums.map((line) =>
            line.map(({ above, below }) => givenAway(measure, above, below, shield)),
          ),
          order,
        );
  return sums.map((line, row) =>
    line.map(({ above, below }, column) =>
      hidden?.[row]?.[column] === true
        ? { amount: nothingShown, hidden: true }
        : { amount: amountOf(above, below), hidden: false },
    ),
  );
}

/** The keys under which the compared span has what stands under these: steps by their place. */
function comparedKeys(frame: Frame, axis: Axis, keys: readonly string[]): readonly string[] {
  if (axis.raw !== 'period' || frame.compared === null) return keys;
  const then = bucketsOf(frame.compared, frame.step);
  return keys.map((key, place) => (key === totalKey ? key : (then[place]?.key ?? '')));
}

/**
 * Cells of all measures, `[row][column][measure]`; null where they are too many.
 * @param open for the public: by which lot lines cover small ones
 */
export async function fill(tx: Tx, frame: Frame, open: Order | null) {
  const asked = new Asked(tx);
  const [now, then] = await Promise.all(
    [frame.span, frame.compared].map((span) =>
      Promise.all(
        frame.measures.map(({ measure }) =>
          span === null ? Promise.resolve(null) : read(asked, measure, frame, span),
        ),
      ),
    ),
  );
  const grids = (now ?? []).flatMap((reading) =>
    reading === null
      ? []
      : [reading.numerator, ...(reading.denominator === null ? [] : [reading.denominator])],
  );
  const keys = {
    rows: keysAlong(frame.rows, grids.flatMap(keysOf)),
    columns: keysAlong(frame.columns, grids.flatMap(columnKeysOf)),
  };
  if (keys.rows.length * keys.columns.length * frame.measures.length > mostCells) return null;
  const before = {
    rows: comparedKeys(frame, frame.rows, keys.rows),
    columns: comparedKeys(frame, frame.columns, keys.columns),
  };
  const perMeasure = frame.measures.map(({ measure }, place) => {
    const guarded = frame.guarded || measure.guarded === true;
    const shield = open !== null ? 'open' : guarded ? 'guarded' : 'staff';
    const present = now?.[place];
    const past = then?.[place];
    return {
      present: present == null ? [] : cellsOf(measure, present, keys, shield, open ?? undefined),
      past: past == null ? null : cellsOf(measure, past, before, shield, open ?? undefined),
    };
  });
  const cells = keys.rows.map((_, row) =>
    keys.columns.map((__, column) =>
      perMeasure.map(({ present, past }): Cell => {
        const cell = present[row]?.[column];
        return {
          ...(cell?.amount ?? nothingShown),
          hidden: cell?.hidden ?? true,
          before: past === null ? null : (past[row]?.[column]?.amount ?? nothingShown),
        };
      }),
    ),
  );
  return { keys, cells };
}

const linesOf = (axis: Axis, keys: readonly string[]): TableLine[] =>
  keys.map((key) => (key === totalKey ? totalLine : axis.lineOf(key)));

/** The organisation as it is now; a reader of statistics may not read all of its tables. */
export const organisationOf = (deps: Pick<StatisticsDeps, 'db'>): Promise<Organisation> =>
  deps.db.withActor(factScope, 'read', loadOrganisation);

async function tableOf(
  deps: StatisticsDeps,
  frame: Frame,
  now: number,
  reader: { readonly actor: string; readonly open: Order | null },
): Promise<Result<Table, Refusal>> {
  const scope = { actor: reader.actor, units: [], roles: [] };
  const [filled, freshness] = await Promise.all([
    deps.db.withActor(scope, 'statistics', (tx) => fill(tx, frame, reader.open)),
    freshnessOf(deps, now),
  ]);
  if (filled === null) return refuse('table-too-large', { limit: mostCells });
  return ok({
    asOf: frame.asOf,
    period: { ...frame.span },
    compared: frame.compared === null ? null : { ...frame.compared },
    freshness,
    measures: frame.measures.map(({ capability, measure }) => entryOf(deps, capability, measure)),
    rows: linesOf(frame.rows, filled.keys.rows),
    columns: linesOf(frame.columns, filled.keys.columns),
    cells: filled.cells,
  });
}

/** What a person may see figures of, with the organisation that says so. */
export async function readerOf(deps: Pick<StatisticsDeps, 'db'>, actor: StaffActor) {
  const organisation = await organisationOf(deps);
  const jurisdiction = jurisdictionOf(organisation, actor);
  return jurisdiction === null
    ? refuse('not-permitted', { verb: 'statistics.read' })
    : ok({ organisation, jurisdiction });
}

/**
 * A table of measures as one member of staff may see it (T-1): a petition office and leaders their
 * region, any other unit its own matters.
 * @param now epoch ms
 * @returns refusals `not-permitted`, `measure-unknown`, `dimension-not-measured`, `table-period`,
 *   `table-too-large`
 */
export async function readTable(
  deps: StatisticsDeps,
  actor: StaffActor,
  query: TableQuery,
  now: number,
): Promise<Result<Table, Refusal>> {
  const reader = await readerOf(deps, actor);
  if (!reader.ok) return reader;
  const { organisation, jurisdiction } = reader.value;
  const frame = frameOf(deps, organisation, jurisdiction, withBeside(deps, query), now);
  if (!frame.ok) return frame;
  const { actor: name } = scopeOf(actor);
  return tableOf(deps, frame.value, now, { actor: name, open: null });
}

/**
 * The same for the public (W-3): all of a place, and nothing by which a number below ten could be
 * worked out of this table. Tables over days that overlap can still be taken from each other: so they
 * are counted once for each month and published (`publishNextMonth`), never on demand.
 * @param jurisdiction whose figures are open
 * @param order in which lines cover small ones
 */
export async function publicTable(
  deps: StatisticsDeps,
  jurisdiction: Jurisdiction,
  query: TableQuery,
  now: number,
  order: Order,
): Promise<Result<Table, Refusal>> {
  const organisation = await organisationOf(deps);
  const frame = frameOf(deps, organisation, jurisdiction, query, now);
  return frame.ok ? tableOf(deps, frame.value, now, { actor: 'public', open: order }) : frame;
}
