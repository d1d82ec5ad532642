import { localDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { run, type Tx } from '../../platform/database/index.ts';
import { openMonthSchema, type OpenMonth } from './contract.ts';

/** The newest published months of a place, newest first; by the primary key. */
export async function findOpenMonths(
  tx: Tx,
  place: string,
  most: number,
): Promise<readonly OpenMonth[]> {
  const rows = await run<{ month: string; publishedAt: Date; sections: unknown }>(tx, {
    name: 'statistics.open-months',
    text: `SELECT month, published_at AS "publishedAt", sections FROM open_month
            WHERE place = $1 ORDER BY month DESC LIMIT $2`,
    values: [place, most],
  });
  return rows.map(({ month, publishedAt, sections }) =>
    openMonthSchema.parse({ month, publishedOn: localDateOf(publishedAt.getTime()), sections }),
  );
}

/**
 * The newest month that nobody has published, of those in which the place registered something.
 * @param from, to first days of months
 */
export async function findUnpublished(
  tx: Tx,
  place: string,
  from: LocalDate,
  to: LocalDate,
): Promise<LocalDate | null> {
  const [row] = await run<{ month: LocalDate }>(tx, {
    name: 'statistics.unpublished',
    text: `SELECT g::date AS month
             FROM generate_series(
                    (SELECT date_trunc('month', min(day)::timestamp) FROM fact
                      WHERE kind = 'registered' AND day >= $2::date AND known_to = 'infinity'),
                    $3::date::timestamp, interval '1 month') AS g
            WHERE NOT EXISTS (SELECT FROM open_month o WHERE o.place = $1 AND o.month = g::date)
            ORDER BY 1 DESC LIMIT 1`,
    values: [place, from, to],
  });
  return row?.month ?? null;
}

/** Publishes a month; one that is published stays as it is. */
export async function insertOpenMonth(
  tx: Tx,
  place: string,
  { month, sections }: Pick<OpenMonth, 'month' | 'sections'>,
): Promise<void> {
  await run(tx, {
    name: 'statistics.publish-month',
    text: `INSERT INTO open_month (place, month, published_at, sections)
           VALUES ($1, $2::date, $3, $4::jsonb) ON CONFLICT (place, month) DO NOTHING`,
    values: [place, month, tx.openedAt, JSON.stringify(sections)],
  });
}
