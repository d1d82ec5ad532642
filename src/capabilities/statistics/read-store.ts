import { CompiledQuery } from 'kysely';
import type { FactDimension } from '../../kernel/facts.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Step } from './contract.ts';
import type { Side } from './months-store.ts';

/** A column of a table as the facts have it: one of their dims, or the step in which the day lies. */
export type RawDimension = FactDimension | 'period';

/** Codes that a fact must have; null among them means none at all. */
export type DimFilter = Readonly<Partial<Record<FactDimension, readonly (string | null)[]>>>;

/** What is asked of the facts of one kind. */
export interface Ask {
  readonly kind: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** As known at the end of this day; null: as known now. */
  readonly known: LocalDate | null;
  readonly row: RawDimension | null;
  readonly column: RawDimension | null;
  readonly step: Step;
  readonly filter: DimFilter;
}

/** Facts counted together; `detail` apart, for several measures ask for different ones. */
export interface Counted {
  readonly row: string | null;
  readonly column: string | null;
  readonly detail: string | null;
  readonly facts: number;
  readonly total: number;
}

/** Parameters in the order in which the text names them. */
class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

const select = async <Row>(tx: Tx, text: string, values: Values): Promise<readonly Row[]> =>
  (await tx.executeQuery<Row>(CompiledQuery.raw(text, values.list))).rows;

const bucket = (day: string, step: Step): string =>
  step === 'day' ? day : `date_trunc('${step}', ${day}::timestamp)::date`;

const isPeriod = ({ row, column }: Ask): boolean => row === 'period' || column === 'period';

/** One of these codes, or none where null is among them. */
function oneOf(column: string, codes: readonly (string | null)[], values: Values): string {
  const named = codes.filter((code) => code !== null);
  const parts = [
    ...(named.length > 0 ? [`${column} = ANY (${values.add(named)}::text[])`] : []),
    ...(codes.includes(null) ? [`${column} IS NULL`] : []),
  ];
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

const filterSql = (filter: DimFilter, values: Values): string =>
  Object.entries(filter)
    .map(([name, codes]) => ` AND ${oneOf(`d."${name}"`, codes, values)}`)
    .join('');

const columnOf = (raw: RawDimension | null): string => {
  if (raw === null) return 'NULL::text';
  return raw === 'period' ? 'f.bucket::text' : `d."${raw}"`;
};

/** Whether the codes of a fact are asked for at all. */
const needsDims = ({ row, column, filter }: Ask): boolean =>
  [row, column].some((raw) => raw !== null && raw !== 'period') || Object.keys(filter).length > 0;

const knownSql = (known: LocalDate | null, values: Values): string => {
  if (known === null) return `known_to = 'infinity'`;
  const day = values.add(known);
  return `known_from <= ${day}::date AND known_to > ${day}::date`;
};

const factsText = (ask: Ask, days: string, known: string, filter: string): string => `
  SELECT ${columnOf(ask.row)} AS "row", ${columnOf(ask.column)} AS "column", f.detail,
         f.facts, f.total
    FROM (SELECT dims_id, detail, ${isPeriod(ask) ? bucket('day', ask.step) : 'NULL::date'} AS bucket,
                 count(*) AS facts, sum(value) AS total
            FROM fact WHERE kind = $1 AND ${days} AND ${known}
           GROUP BY 1, 2, 3) f
    ${needsDims(ask) ? 'JOIN fact_dims d ON d.dims_id = f.dims_id' : ''}
   WHERE true${filter}`;

const together = (parts: string): string => `
  SELECT "row", "column", detail, sum(facts)::int AS facts, sum(total)::bigint AS total
    FROM (${parts}) p GROUP BY 1, 2, 3`;

/**
 * Counts facts one by one: any dimensions, any past day. Walks `fact_by_day`.
 */
export function countFacts(tx: Tx, ask: Ask): Promise<readonly Counted[]> {
  const values = new Values();
  values.add(ask.kind);
  const days = `day BETWEEN ${values.add(ask.from)}::date AND ${values.add(ask.to)}::date`;
  const known = knownSql(ask.known, values);
  return select<Counted>(
    tx,
    together(factsText(ask, days, known, filterSql(ask.filter, values))),
    values,
  );
}

/** From which side months are counted that can answer, and what beside the place; null: none can. */
export function monthsFor(ask: Ask): { readonly side: Side; readonly dimension: string } | null {
  if (ask.known !== null || (isPeriod(ask) && (ask.step === 'day' || ask.step === 'week'))) {
    return null;
  }
  const asked = [ask.row, ask.column, ...Object.keys(ask.filter)];
  const needed = [...new Set(asked.filter((raw) => raw !== null && raw !== 'period'))];
  for (const side of needed.includes('unit')
    ? (['unit', 'region'] as const)
    : (['region'] as const)) {
    const beside = needed.filter((name) => name !== side);
    if (beside.length <= 1) return { side, dimension: beside[0] ?? '' };
  }
  return null;
}

/**
 * Counts facts by months that are counted already, and one by one only the days of those that are
 * behind, or of which the span leaves facts out. One statement, hence one moment.
 */
export function countMonths(
  tx: Tx,
  ask: Ask,
  { side, dimension }: { readonly side: Side; readonly dimension: string },
): Promise<readonly Counted[]> {
  const values = new Values();
  values.add(ask.kind);
  const from = values.add(ask.from);
  const to = values.add(ask.to);
  const codeOf = (raw: RawDimension | null): string => {
    if (raw === null) return 'NULL::text';
    if (raw === 'period') return `${bucket('m.month', ask.step)}::text`;
    return `nullif(m.${raw === side ? 'place' : 'code'}, '')`;
  };
  const kept = Object.entries(ask.filter)
    .map(([name, codes]) => {
      const column = `nullif(m.${name === side ? 'place' : 'code'}, '')`;
      return ` AND ${oneOf(column, codes, values)}`;
    })
    .join('');
  const filter = filterSql(ask.filter, values);
  const loose = factsText(ask, 'day BETWEEN s.first AND s.last', `known_to = 'infinity'`, filter);
  const text = `
    WITH months AS (
      SELECT g::date AS month, greatest(g::date, ${from}::date) AS first,
             least((g + interval '1 month')::date - 1, ${to}::date) AS last,
             g::date >= ${from}::date
             AND ((g + interval '1 month')::date - 1 <= ${to}::date
                  OR NOT EXISTS (SELECT FROM fact n
                                  WHERE n.kind = $1 AND n.day > ${to}::date
                                    AND n.day < (g + interval '1 month')::date
                                    AND n.known_to = 'infinity'))
             AND NOT EXISTS (SELECT FROM fact_stale b WHERE b.kind = $1 AND b.month = g::date)
               AS counted
        FROM generate_series(date_trunc('month', ${from}::date::timestamp),
                             ${to}::date::timestamp, interval '1 month') AS g)
    ${together(`
      SELECT ${codeOf(ask.row)} AS "row", ${codeOf(ask.column)} AS "column",
             nullif(m.detail, '') AS detail, m.facts, m.total
        FROM fact_month m
       WHERE m.kind = $1 AND m.side = '${side}' AND m.dimension = '${dimension}'
         AND m.month IN (SELECT month FROM months WHERE counted)${kept}
      UNION ALL
      SELECT l.* FROM (SELECT first, last FROM months WHERE NOT counted) s
       CROSS JOIN LATERAL (${loose}) l`)}`;
  return select<Counted>(tx, text, values);
}

/** A place in the list behind a number. */
export interface FactPlace {
  readonly day: LocalDate;
  readonly id: string;
}

/**
 * The matters behind a number, the newest day first; walks `fact_by_day` backwards.
 * @param details only facts with one of these; null: any
 * @param valued only facts whose value is not nought
 */
export function listFacts(
  tx: Tx,
  ask: Ask,
  more: {
    readonly details: readonly string[] | null;
    readonly valued: boolean;
    readonly after: FactPlace | null;
    readonly limit: number;
  },
): Promise<readonly (FactPlace & { readonly petitionId: string | null })[]> {
  const values = new Values();
  values.add(ask.kind);
  const days = `f.day BETWEEN ${values.add(ask.from)}::date AND ${values.add(ask.to)}::date`;
  const known = knownSql(ask.known, values);
  const detail =
    more.details === null ? '' : ` AND f.detail = ANY (${values.add(more.details)}::text[])`;
  const after =
    more.after === null
      ? ''
      : ` AND (f.day, f.stream_id) < (${values.add(more.after.day)}::date, ${values.add(more.after.id)}::uuid)`;
  return select(
    tx,
    `SELECT f.day, f.stream_id AS id, max(f.petition_id::text) AS "petitionId"
       FROM fact f JOIN fact_dims d ON d.dims_id = f.dims_id
      WHERE f.kind = $1 AND ${days} AND ${known}${detail}${more.valued ? ' AND f.value <> 0' : ''}
            ${after}${filterSql(ask.filter, values)}
      GROUP BY f.day, f.stream_id
      ORDER BY f.day DESC, f.stream_id DESC LIMIT ${values.add(more.limit)}`,
    values,
  );
}
