import { factDimensions } from '../../kernel/facts.ts';
import { run, send, type Tx } from '../../platform/database/index.ts';
import type { StaleThird } from './stale.ts';

/** The two sides from which thirds are counted: most tables are of a place, or of a unit. */
export const sides = ['region', 'unit'] as const;
export type Side = (typeof sides)[number];

/** What is counted beside a place; the empty word is the place alone. */
const pairs = (side: Side): string =>
  ['', ...factDimensions.filter((name) => name !== side)]
    .map((name) => `('${name}', ${name === '' ? `''` : `coalesce(d."${name}", '')`})`)
    .join(', ');

/** The first day of the third of a month in which a day lies, as SQL. */
const thirdSql = (day: string): string =>
  `date_trunc('month', ${day}::timestamp)::date + least((extract(day FROM ${day})::integer - 1) / 10, 2) * 10`;

/** The day after the third that begins on a day, as SQL. */
export const afterThirdSql = (third: string): string =>
  `CASE WHEN extract(day FROM ${third}) = 21 THEN (date_trunc('month', ${third}::timestamp) + interval '1 month')::date ELSE ${third} + 10 END`;

/** On which day a fact begins to stand in a stock: known, and its day come. */
export const begunSql = 'greatest(day, known_from)';

/** Facts that ever stood in a stock: words of the two indexes of stocks. */
export const stoodSql = `known_to > ${begunSql}`;

/** The third that has been behind for longest, of those behind for some seconds. */
export async function findStaleThird(tx: Tx, seconds: number): Promise<StaleThird | null> {
  const [row] = await run<StaleThird>(tx, {
    name: 'statistics.stale-third',
    text: `SELECT kind, what, third FROM fact_stale WHERE since <= now() - make_interval(secs => $1)
            ORDER BY since, kind, what, third LIMIT 1`,
    values: [seconds],
  });
  return row ?? null;
}

/** Facts of one kind that count for a third, by codes; `$1` is the kind, `$2` the third. */
const counted: Readonly<Record<StaleThird['what'], string>> = {
  now: `SELECT dims_id, detail, count(*) AS facts, sum(value) AS total FROM fact
         WHERE kind = $1 AND day >= $2::date AND day < ${afterThirdSql('$2::date')}
           AND known_to = 'infinity'
         GROUP BY 1, 2`,
  stock: `SELECT dims_id, detail, count(*) AS facts, sum(value) AS total FROM fact
           WHERE kind = $1 AND ${stoodSql} AND ${begunSql} >= $2::date
             AND ${begunSql} < ${afterThirdSql('$2::date')}
           GROUP BY 1, 2
          UNION ALL
          SELECT dims_id, detail, -count(*), -sum(value) FROM fact
           WHERE kind = $1 AND ${stoodSql} AND known_to >= $2::date
             AND known_to < ${afterThirdSql('$2::date')} AND known_to < 'infinity'
           GROUP BY 1, 2`,
};

/**
 * Counts one third of a month of one kind from its facts. The facts must be locked.
 *
 * A million petitions: see `bench -- statistics`.
 */
export async function countThird(tx: Tx, { kind, what, third }: StaleThird): Promise<void> {
  for (const table of ['fact_stale', 'fact_third']) {
    await run(tx, {
      name: `statistics.third-clear-${table}`,
      text: `DELETE FROM ${table} WHERE kind = $1 AND what = $2 AND third = $3::date`,
      values: [kind, what, third],
    });
  }
  for (const side of sides) {
    await run(tx, {
      name: `statistics.third-${what}-${side}`,
      text: `INSERT INTO fact_third (kind, what, third, side, dimension, place, code, detail, facts,
                                     total)
             SELECT $1, '${what}', $2::date, '${side}', p.dimension, coalesce(d."${side}", ''), p.code,
                    coalesce(f.detail, ''), sum(f.facts)::int, sum(f.total)
               FROM (${counted[what]}) f
               JOIN fact_dims d ON d.dims_id = f.dims_id
              CROSS JOIN LATERAL (VALUES ${pairs(side)}) AS p(dimension, code)
              GROUP BY p.dimension, d."${side}", p.code, f.detail
             HAVING sum(f.facts) <> 0 OR sum(f.total) <> 0
              -- What is read together lies together: 20 pages instead of 400 for a table by unit.
              ORDER BY p.dimension, d."${side}", p.code, f.detail`,
      values: [kind, third],
    });
  }
}

/** Marks thirds whose counts are behind now. */
export function markThirds(tx: Tx, thirds: readonly StaleThird[]): void {
  if (thirds.length === 0) return;
  send(tx, {
    name: 'statistics.mark-stale',
    text: `INSERT INTO fact_stale (kind, what, third)
           SELECT * FROM unnest($1::text[], $2::text[], $3::date[])
           ON CONFLICT (kind, what, third) DO NOTHING`,
    values: [
      thirds.map(({ kind }) => kind),
      thirds.map(({ what }) => what),
      thirds.map(({ third }) => third),
    ],
  });
}

/** What each third comes to, worked out from the facts; `$1` are the kinds that stand as stocks. */
const fromFacts = `
  SELECT f.kind, t.what, ${thirdSql('t.day')} AS third, sum(t.sign) AS facts,
         sum(t.sign * f.value) AS total
    FROM fact f
   CROSS JOIN LATERAL (VALUES ('now', f.day, 1), ('stock', greatest(f.day, f.known_from), 1),
                              ('stock', f.known_to, -1)) AS t(what, day, sign)
   WHERE t.day < 'infinity'
     AND CASE t.what WHEN 'now' THEN f.known_to = 'infinity'
              ELSE f.kind = ANY ($1::text[]) AND f.known_to > greatest(f.day, f.known_from) END
   GROUP BY 1, 2, 3`;

/** Counted thirds are not believed any more: after the facts were made again. */
export const markAllStale = (tx: Tx, stocks: readonly string[]): Promise<unknown> =>
  run(tx, {
    name: 'statistics.all-stale',
    text: `INSERT INTO fact_stale (kind, what, third)
           SELECT DISTINCT kind, what, third FROM fact_third
            UNION SELECT kind, what, third FROM (${fromFacts}) f
           ON CONFLICT (kind, what, third) DO NOTHING`,
    values: [stocks],
  });

/** Thirds that say something else than their facts, and are not marked as behind. */
export const findWrongThirds = (
  tx: Tx,
  stocks: readonly string[],
): Promise<readonly StaleThird[]> =>
  run<StaleThird>(tx, {
    name: 'statistics.wrong-thirds',
    text: `SELECT kind, what, third
             FROM (${fromFacts}) f
             FULL JOIN (SELECT kind, what, third, sum(facts) AS facts, sum(total) AS total
                          FROM fact_third WHERE side = 'region' AND dimension = ''
                         GROUP BY 1, 2, 3) m USING (kind, what, third)
            WHERE (coalesce(f.facts, 0), coalesce(f.total, 0))
                    <> (coalesce(m.facts, 0), coalesce(m.total, 0))
              AND NOT EXISTS (SELECT FROM fact_stale s
                               WHERE (s.kind, s.what, s.third) = (kind, what, third))
            ORDER BY 1, 2, 3`,
    values: [stocks],
  });
