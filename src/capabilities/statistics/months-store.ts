import { factDimensions } from '../../kernel/facts.ts';
import { run, type Tx } from '../../platform/database/index.ts';

/** The two sides from which months are counted: most tables are of a place, or of a unit. */
export const sides = ['region', 'unit'] as const;
export type Side = (typeof sides)[number];

/** What is counted beside a place; the empty word is the place alone. */
const pairs = (side: Side): string =>
  ['', ...factDimensions.filter((name) => name !== side)]
    .map((name) => `('${name}', ${name === '' ? `''` : `coalesce(d."${name}", '')`})`)
    .join(', ');

export interface StaleMonth {
  readonly kind: string;
  readonly month: string;
}

/** The month that has been behind for longest, of those behind for some seconds. */
export async function findStaleMonth(tx: Tx, seconds: number): Promise<StaleMonth | null> {
  const [row] = await run<StaleMonth>(tx, {
    name: 'statistics.stale-month',
    text: `SELECT kind, month FROM fact_stale WHERE since <= now() - make_interval(secs => $1)
            ORDER BY since, kind, month LIMIT 1`,
    values: [seconds],
  });
  return row ?? null;
}

/**
 * Counts one month of one kind from its facts. The facts must be locked.
 *
 * 28,000 facts: see `bench -- statistics`.
 */
export async function countMonth(tx: Tx, { kind, month }: StaleMonth): Promise<void> {
  const values = [kind, month];
  await run(tx, {
    name: 'statistics.month-fresh',
    text: 'DELETE FROM fact_stale WHERE kind = $1 AND month = $2::date',
    values,
  });
  await run(tx, {
    name: 'statistics.month-clear',
    text: 'DELETE FROM fact_month WHERE kind = $1 AND month = $2::date',
    values,
  });
  for (const side of sides) {
    await run(tx, {
      name: `statistics.month-${side}`,
      text: `INSERT INTO fact_month (kind, month, side, dimension, place, code, detail, facts, total)
             SELECT $1, $2::date, '${side}', p.dimension, coalesce(d."${side}", ''), p.code,
                    f.detail, sum(f.facts)::int, sum(f.total)
               FROM (SELECT dims_id, coalesce(detail, '') AS detail, count(*) AS facts,
                            sum(value) AS total
                       FROM fact
                      WHERE kind = $1 AND day >= $2::date
                        AND day < ($2::date + interval '1 month')::date AND known_to = 'infinity'
                      GROUP BY 1, 2) f
               JOIN fact_dims d ON d.dims_id = f.dims_id
              CROSS JOIN LATERAL (VALUES ${pairs(side)}) AS p(dimension, code)
              GROUP BY p.dimension, d."${side}", p.code, f.detail`,
      values,
    });
  }
}

/** Counted months are not believed any more: after the facts were made again. */
export const markAllStale = (tx: Tx): Promise<unknown> =>
  run(tx, {
    name: 'statistics.all-stale',
    text: `INSERT INTO fact_stale (kind, month) SELECT DISTINCT kind, month FROM fact_month
           ON CONFLICT (kind, month) DO NOTHING`,
    values: [],
  });

/** Months that say something else than their facts, and are not marked as behind. */
export const findWrongMonths = (tx: Tx): Promise<readonly StaleMonth[]> =>
  run<StaleMonth>(tx, {
    name: 'statistics.wrong-months',
    text: `SELECT coalesce(f.kind, m.kind) AS kind, coalesce(f.month, m.month) AS month
             FROM (SELECT kind, date_trunc('month', day::timestamp)::date AS month,
                          count(*) AS facts, sum(value) AS total
                     FROM fact WHERE known_to = 'infinity' GROUP BY 1, 2) f
             FULL JOIN (SELECT kind, month, sum(facts) AS facts, sum(total) AS total
                          FROM fact_month WHERE side = 'region' AND dimension = ''
                         GROUP BY 1, 2) m ON m.kind = f.kind AND m.month = f.month
            WHERE (f.facts, f.total) IS DISTINCT FROM (m.facts, m.total)
              AND NOT EXISTS (SELECT FROM fact_stale s
                               WHERE s.kind = coalesce(f.kind, m.kind)
                                 AND s.month = coalesce(f.month, m.month))
            ORDER BY 1, 2`,
    values: [],
  });
