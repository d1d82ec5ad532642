import type { StaffActor } from '../../../../kernel/actor.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Dimension } from '../../../../kernel/measures.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Organisation } from '../../../identity-organisation/index.ts';
import type { StatisticsDeps } from '../../commands/deps.ts';
import type { Cell, MeasureEntry, Step, Table, TableQuery } from '../../contract.ts';
import { catalogueOf } from '../../queries/catalogue.ts';
import { readTable } from '../../queries/table.ts';
import { comparedSpan, startOf, type Span } from '../../spans.ts';
import type { FigureRow, FigureTable, ReportAmount, ReportFigures } from '../contract.ts';
import { untilOf, type ReportPeriod, type ReportPlace } from '../report.ts';

/** What a report is counted for. */
export interface Scope {
  readonly actor: StaffActor;
  readonly organisation: Organisation;
  readonly place: ReportPlace;
  /** The region asked for where it is less than all that the reader sees. */
  readonly narrowed: string | null;
  readonly period: ReportPeriod;
  readonly asOf: LocalDate;
  /** Epoch ms. */
  readonly now: number;
}

/** A table takes so many measures. */
const atOnce = 12;
const ofUnits = [
  'batches',
  'concluded',
  'open',
  'overdue',
  'on-time-conclusion',
  'participation',
  'satisfaction-unit',
] as const;

const amountOf = (cell: Cell | undefined): ReportAmount => ({
  n: cell?.numerator ?? null,
  d: cell?.denominator ?? null,
  hidden: cell?.hidden ?? false,
});

/** Nothing was counted under a key that a span does not have. */
const none: ReportAmount = { n: 0, d: null, hidden: false };

/** Reads tables of one scope; a refusal leaves by exception, for one of many is the answer to all. */
class Reader {
  readonly #deps: StatisticsDeps;
  readonly #scope: Scope;

  constructor(deps: StatisticsDeps, scope: Scope) {
    this.#deps = deps;
    this.#scope = scope;
  }

  async table(
    measures: readonly string[],
    span: Span,
    cut: { readonly rows?: Dimension; readonly step?: Step } = {},
  ): Promise<Table> {
    const { actor, narrowed, asOf, now } = this.#scope;
    const query: TableQuery = {
      measures: [...measures],
      ...cut,
      ...span,
      asOf,
      ...(narrowed === null ? {} : { region: [narrowed] }),
    };
    const table = await readTable(this.#deps, actor, query, now);
    if (!table.ok) throw new FiguresRefused(table.refusal);
    return table.value;
  }
}

class FiguresRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const rowsIn = (table: Table): ReadonlyMap<string, readonly ReportAmount[]> =>
  new Map(
    table.rows.map(({ key }, at) => [
      key,
      table.measures.map((_, place) => amountOf(table.cells[at]?.[0]?.[place])),
    ]),
  );

/** Lays the spans over each other; a line that only another span has is left out. */
function merged(now: Table, previous: Table | null, lastYear: Table | null): FigureTable {
  const past = [previous, lastYear].map((table) => (table === null ? null : rowsIn(table)));
  const present = rowsIn(now);
  const missing = now.measures.map(() => none);
  const of = (at: number, key: string): ReportAmount[] | null => {
    const rows = past[at];
    return rows == null ? null : [...(rows.get(key) ?? missing)];
  };
  return {
    measures: now.measures.map(({ id }) => id),
    rows: now.rows.map(({ key, label }): FigureRow => ({
      key,
      label: { ...label },
      now: [...(present.get(key) ?? missing)],
      previous: of(0, key),
      lastYear: of(1, key),
    })),
  };
}

/** All measures side by side, as many tables as it takes. */
async function totalsOf(
  reader: Reader,
  ids: readonly string[],
  spans: readonly [now: Span, previous: Span | null, lastYear: Span],
): Promise<FigureTable> {
  const parts: FigureTable[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    parts.push(await compared(reader, ids.slice(at, at + atOnce), spans));
  }
  const all = (pick: (row: FigureRow) => readonly ReportAmount[] | null): ReportAmount[] =>
    parts.flatMap(({ rows }) => rows.flatMap((row) => pick(row) ?? []));
  const [first] = parts.flatMap(({ rows }) => rows);
  return {
    measures: parts.flatMap(({ measures }) => measures),
    rows:
      first === undefined
        ? []
        : [
            {
              key: first.key,
              label: first.label,
              now: all(({ now }) => now),
              previous: spans[1] === null ? null : all(({ previous }) => previous),
              lastYear: all(({ lastYear }) => lastYear),
            },
          ],
  };
}

async function compared(
  reader: Reader,
  ids: readonly string[],
  [now, previous, lastYear]: readonly [Span, Span | null, Span],
  rows?: Dimension,
): Promise<FigureTable> {
  const cut = rows === undefined ? {} : { rows };
  return merged(
    await reader.table(ids, now, cut),
    previous === null ? null : await reader.table(ids, previous, cut),
    await reader.table(ids, lastYear, cut),
  );
}

/** From the same month of the year before, so that each month stands beside its last year's. */
const trendSpan = (until: LocalDate): Span => {
  const month = { from: startOf(until, 'month'), to: until };
  return { from: comparedSpan(month, 'yoy').from, to: until };
};

const measureOf = ({ id, name, formula, source, unit, better, target }: MeasureEntry) => ({
  id,
  name: { ...name },
  formula: { ...formula },
  source: { zh: source.zh, en: source.en },
  unit,
  better,
  target: target?.value ?? null,
});

async function count(deps: StatisticsDeps, scope: Scope): Promise<ReportFigures> {
  const { organisation, place, period, asOf, actor, narrowed } = scope;
  const until = untilOf(period, asOf);
  const now = { from: period.from, to: until };
  const previous = period.kind === 'year' ? null : comparedSpan(now, 'mom', period.kind);
  const spans = [now, previous, comparedSpan(now, 'yoy', period.kind)] as const;
  const reader = new Reader(deps, scope);
  // What knows no places cannot be narrowed to one.
  const measures = catalogueOf(deps).filter(
    ({ dimensions }) => narrowed === null || dimensions.includes('region'),
  );
  const known = (ids: readonly string[], rows: Dimension): string[] =>
    ids.filter((id) => measures.some((each) => each.id === id && each.dimensions.includes(rows)));
  const wide = place.kind === 'region';
  const cut = (rows: Dimension) => compared(reader, known(['batches'], rows), spans, rows);
  const alone = async (ids: readonly string[], span: Span, rows: Dimension, step?: Step) =>
    merged(
      await reader.table(known(ids, rows), span, { rows, ...(step === undefined ? {} : { step }) }),
      null,
      null,
    );
  return {
    schema: 1,
    office: { id: actor.unitId, name: organisation.find(actor.unitId)?.name ?? actor.unitId },
    place: { kind: place.kind, code: place.code, name: placeName(organisation, place) },
    narrowed,
    period: { ...now, to: period.to, kind: period.kind, until },
    asOf,
    previous,
    lastYear: spans[2],
    measures: measures.map(measureOf),
    totals: await totalsOf(
      reader,
      measures.map(({ id }) => id),
      spans,
    ),
    channels: await cut('channel'),
    topics: await cut('topic'),
    units: wide ? await alone(ofUnits, now, 'unit') : null,
    regions: wide ? await cut('region') : null,
    trend: await alone(['batches', 'concluded'], trendSpan(until), 'period', 'month'),
  };
}

/** What a place is called; its code where nobody knows it any more. */
export const placeName = (
  organisation: Organisation,
  { kind, code }: Pick<ReportPlace, 'kind' | 'code'>,
): string =>
  (kind === 'unit'
    ? organisation.find(code)?.name
    : organisation.regions.find((region) => region.code === code)?.name) ?? code;

/**
 * Counts the figures of a report as they were known at the end of a day that is over: the same day
 * gives the same figures whenever they are asked for.
 * Refusals: those of `readTable`.
 */
export async function countFigures(
  deps: StatisticsDeps,
  scope: Scope,
): Promise<Result<ReportFigures, Refusal>> {
  try {
    return ok(await count(deps, scope));
  } catch (error) {
    if (error instanceof FiguresRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
