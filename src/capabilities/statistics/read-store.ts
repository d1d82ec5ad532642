import { CompiledQuery } from 'kysely';
import type { FactDimension } from '../../kernel/facts.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Step } from './contract.ts';
import { afterThirdSql, begunSql, stoodSql, type Side } from './thirds-store.ts';

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

/** Weeks by arithmetic from a Monday: for millions of days `date_trunc` takes twice the time. */
const bucket = (day: string, step: Step): string => {
  if (step === 'day') return day;
  if (step === 'week') return `${day} - (${day} - date '1990-01-01') % 7`;
  return `date_trunc('${step}', ${day}::timestamp)::date`;
};

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

/** Whether the codes of a fact are asked for at all. */
const needsDims = ({ row, column, filter }: Ask): boolean =>
  [row, column].some((raw) => raw !== null && raw !== 'period') || Object.keys(filter).length > 0;

const knownSql = (known: LocalDate | null, values: Values): string => {
  if (known === null) return `known_to = 'infinity'`;
  const day = values.add(known);
  return `known_from <= ${day}::date AND known_to > ${day}::date`;
};

/** The line of a fact, told by its codes or its day. */
const lineOf = (raw: RawDimension | null, step: Step): string => {
  if (raw === null) return 'NULL::text';
  return raw === 'period' ? `(${bucket('day', step)})::text` : `d."${raw}"`;
};

/**
 * Facts counted one by one. Codes are joined before they are counted: combinations of codes are far
 * more than lines, and counting by them overflows the memory of a sort.
 */
const factsText = (ask: Ask, which: string, filter: string, sign: 1 | -1 = 1): string => `
  SELECT ${lineOf(ask.row, ask.step)} AS "row", ${lineOf(ask.column, ask.step)} AS "column", detail,
         ${sign} * count(*) AS facts, ${sign} * sum(value) AS total
    FROM fact f${needsDims(ask) ? ' JOIN fact_dims d ON d.dims_id = f.dims_id' : ''}
   WHERE kind = $1 AND ${which}${filter}
   GROUP BY 1, 2, 3`;

const together = (parts: string, more = ''): string => `
  SELECT "row", "column", detail${more}, sum(facts)::int AS facts, sum(total)::bigint AS total
    FROM (${parts}) p GROUP BY ${more === '' ? '1, 2, 3' : '1, 2, 3, 4'}`;

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
    together(factsText(ask, `${days} AND ${known}`, filterSql(ask.filter, values))),
    values,
  );
}

/** From which side thirds are counted that can answer, and what beside the place. */
interface Ahead {
  readonly side: Side;
  readonly dimension: string;
}

/** Null where nothing that is counted ahead can answer. */
function aheadFor({ row, column, filter }: Pick<Ask, 'row' | 'column' | 'filter'>): Ahead | null {
  const asked = [row, column, ...Object.keys(filter)];
  const needed = [...new Set(asked.filter((raw) => raw !== null && raw !== 'period'))];
  for (const side of needed.includes('unit')
    ? (['unit', 'region'] as const)
    : (['region'] as const)) {
    const beside = needed.filter((name) => name !== side);
    if (beside.length <= 1) return { side, dimension: beside[0] ?? '' };
  }
  return null;
}

/** The same for what holds now; days and weeks are no sums of thirds. */
export const thirdsFor = (ask: Ask): Ahead | null =>
  ask.known !== null || (isPeriod(ask) && (ask.step === 'day' || ask.step === 'week'))
    ? null
    : aheadFor(ask);

/** Thirds that are counted, as `m`; those that `which` names. */
function countedText(
  ask: Ask,
  what: 'now' | 'stock',
  { side, dimension }: Ahead,
  values: Values,
): string {
  const codeOf = (name: string): string => `nullif(m.${name === side ? 'place' : 'code'}, '')`;
  const lineOfThird = (raw: RawDimension | null): string => {
    if (raw === null) return 'NULL::text';
    return raw === 'period' ? `(${bucket('m.third', ask.step)})::text` : codeOf(raw);
  };
  const kept = Object.entries(ask.filter)
    .map(([name, codes]) => ` AND ${oneOf(codeOf(name), codes, values)}`)
    .join('');
  return `
      SELECT ${lineOfThird(ask.row)} AS "row", ${lineOfThird(ask.column)} AS "column",
             nullif(m.detail, '') AS detail, m.facts, m.total, m.third
        FROM fact_third m
       WHERE m.kind = $1 AND m.what = '${what}' AND m.side = '${side}'
         AND m.dimension = '${dimension}'${kept}`;
}

/** Thirds of months from one day to another, as SQL. */
const thirdsSql = (from: string, to: string): string => `
        SELECT third, ${afterThirdSql('third')} - 1 AS last
          FROM (SELECT g::date + o AS third
                  FROM generate_series(date_trunc('month', ${from}::timestamp), ${to}::timestamp,
                                       interval '1 month') AS g,
                       unnest(ARRAY[0, 10, 20]) AS o) t
         WHERE third <= ${to}`;

/**
 * Counts facts by thirds that are counted already, and one by one only the days of those that are
 * behind, or of which the span leaves facts out. One statement, hence one moment.
 */
export function countThirds(tx: Tx, ask: Ask, ahead: Ahead): Promise<readonly Counted[]> {
  const values = new Values();
  values.add(ask.kind);
  const from = `${values.add(ask.from)}::date`;
  const to = `${values.add(ask.to)}::date`;
  const counted = countedText(ask, 'now', ahead, values);
  const filter = filterSql(ask.filter, values);
  const loose = factsText(ask, `day BETWEEN s.first AND s.until AND known_to = 'infinity'`, filter);
  const text = `
    WITH thirds AS (
      SELECT third, greatest(third, ${from}) AS first, least(last, ${to}) AS until,
             third >= ${from}
             AND (last <= ${to}
                  OR NOT EXISTS (SELECT FROM fact n
                                  WHERE n.kind = $1 AND n.day > ${to} AND n.day <= last
                                    AND n.known_to = 'infinity'))
             AND NOT EXISTS (SELECT FROM fact_stale b
                              WHERE b.kind = $1 AND b.what = 'now' AND b.third = t.third)
               AS counted
        FROM (${thirdsSql(from, to)}) t
       WHERE last >= ${from})
    ${together(`
      SELECT "row", "column", detail, facts, total FROM (${counted}) c
       WHERE third IN (SELECT third FROM thirds WHERE counted)
      UNION ALL
      SELECT l.* FROM (SELECT first, until FROM thirds WHERE NOT counted) s
       CROSS JOIN LATERAL (${loose}) l`)}`;
  return select<Counted>(tx, text, values);
}

/** What stood at the end of a day. */
export interface Stood extends Counted {
  readonly moment: LocalDate;
}

/**
 * Counts what stood at the end of each of some days, as known then: all that ever began to stand,
 * less all that ended. What changed between one day and the next is read from the thirds that lie
 * between them whole and are counted, and of the others from the facts.
 * @param days in ascending order, each once
 */
export async function countStocks(
  tx: Tx,
  ask: Ask,
  days: readonly LocalDate[],
): Promise<readonly Stood[]> {
  const values = new Values();
  values.add(ask.kind);
  const moments = `${values.add(days)}::date[]`;
  const ahead = aheadFor(ask);
  const filter = filterSql(ask.filter, values);
  const begun = factsText(ask, `${stoodSql} AND ${begunSql} BETWEEN s.first AND s.until`, filter);
  const ended = factsText(
    ask,
    `${stoodSql} AND known_to < 'infinity' AND known_to BETWEEN s.first AND s.until`,
    filter,
    -1,
  );
  // Nothing is counted ahead for it: then the facts are walked from their beginning, once.
  const pieces =
    ahead === null
      ? `SELECT NULL::date AS third, after + 1 AS first, moment AS until, moment, false AS counted
           FROM between_days`
      : `SELECT third, greatest(third, after + 1) AS first, least(last, moment) AS until, moment,
                third > after AND last <= moment
                AND NOT EXISTS (SELECT FROM fact_stale b
                                 WHERE b.kind = $1 AND b.what = 'stock' AND b.third = t.third)
                  AS counted
           FROM (${thirdsSql('(SELECT day FROM beginning)', `(${moments})[${days.length}]`)}) t
           JOIN between_days ON third <= moment AND last > after`;
  const counted =
    ahead === null
      ? ''
      : `SELECT "row", "column", detail, moment, facts, total
           FROM (${countedText(ask, 'stock', ahead, values)}) c
           JOIN pieces p ON p.counted AND p.third = c.third
         UNION ALL`;
  const text = `
    WITH between_days AS (
      SELECT coalesce(lag(moment) OVER (ORDER BY moment), '1990-01-01') AS after, moment
        FROM unnest(${moments}) AS moment),
    beginning AS (
      SELECT least((SELECT min(third) FROM fact_third
                     WHERE kind = $1 AND what = 'stock' AND side = '${ahead?.side ?? 'region'}'
                       AND dimension = '${ahead?.dimension ?? ''}'),
                   (SELECT min(third) FROM fact_stale WHERE kind = $1 AND what = 'stock')) AS day),
    pieces AS (${pieces})
    ${together(
      `${counted}
      SELECT l."row", l."column", l.detail, s.moment, l.facts, l.total
        FROM (SELECT first, until, moment FROM pieces WHERE NOT counted) s
       CROSS JOIN LATERAL (${begun} UNION ALL ${ended}) l`,
      ', moment',
    )}`;
  return accumulate(await select<Stood>(tx, text, values), days);
}

/** Sums of changes: what stood at each moment is all that changed until then. */
function accumulate(changes: readonly Stood[], days: readonly LocalDate[]): readonly Stood[] {
  const lines = new Map<string, Stood>();
  return days.flatMap((moment) => {
    for (const change of changes) {
      if (change.moment !== moment) continue;
      const key = JSON.stringify([change.row, change.column, change.detail]);
      const before = lines.get(key);
      lines.set(key, {
        ...change,
        facts: change.facts + (before?.facts ?? 0),
        total: change.total + (before?.total ?? 0),
      });
    }
    return [...lines.values()].map((line) => ({ ...line, moment }));
  });
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
