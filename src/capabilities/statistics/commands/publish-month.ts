import { randomInt } from 'node:crypto';
import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { measureWaiting } from '../../../platform/feed/index.ts';
import { factConsumer } from '../consumer.ts';
import type { OpenMonth, TableQuery } from '../contract.ts';
import { findUnpublished, insertOpenMonth } from '../open-month-store.ts';
import { freshnessOf } from '../queries/freshness.ts';
import { organisationOf, publicTable } from '../queries/table.ts';
import { monthEnd, startOf } from '../spans.ts';
import type { Order } from '../../../kernel/suppression.ts';
import { factScope, type StatisticsDeps } from './deps.ts';

/**
 * No measure stands here that can be worked out of others over the months: what is open is what was
 * open before, with what came and without what was concluded.
 */
const measures = [
  'batches',
  'persons',
  'concluded',
  'overdue',
  'timely-acceptance',
  'on-time-conclusion',
  'participation',
  'satisfaction-office',
  'satisfaction-unit',
];

const sections: readonly (Pick<TableQuery, 'measures' | 'rows'> & {
  readonly name: OpenMonth['sections'][number]['name'];
})[] = [
  { name: 'all', measures },
  { name: 'region', measures: ['batches'], rows: 'region' },
  { name: 'topic', measures: ['batches'], rows: 'topic' },
  { name: 'channel', measures: ['batches'], rows: 'channel' },
];

/** The day of the next month on which a month is published: its last entries have come by then. */
export const publishedOnDay = 5;

/** How many days back months are published when the program begins to: two years. */
const reach = 731;

/** Drawn anew for each table, and once: a published month is not drawn again. */
const byLot: Order = (parts) => {
  const order = [...Array(parts).keys()];
  for (let left = parts - 1; left > 0; left -= 1) {
    const other = randomInt(left + 1);
    [order[left], order[other]] = [order[other] ?? 0, order[left] ?? 0];
  }
  return order;
};

/** The newest month that may be published on a day. */
const newest = (today: LocalDate): LocalDate =>
  startOf(addDays(startOf(addDays(today, 1 - publishedOnDay), 'month'), -1), 'month');

/**
 * Publishes one closed month of a place, the newest that is not published: its tables are worked out
 * once, with every small number left out, and never again.
 * @param office the petition office whose place it is
 * @param now epoch ms
 * @param rest seconds for which nothing may have come into the facts: whatever is being brought in,
 *   as by an import, is waited for
 * @returns 1; 0 when there was none, or when facts were in motion
 */
export async function publishNextMonth(
  deps: StatisticsDeps,
  office: string,
  now: number,
  rest: number,
): Promise<number> {
  const { behind, refolding } = await freshnessOf(deps, now);
  if (behind > 0 || refolding) return 0;
  const { movedAt } = await measureWaiting(deps.db, factConsumer);
  if (movedAt === null || now - movedAt < rest * 1000) return 0;
  const place = (await organisationOf(deps)).find(office)?.regionCode;
  if (place === undefined) return 0;
  const to = newest(localDateOf(now));
  const month = await deps.db.withActor(factScope, 'statistics', (tx) =>
    findUnpublished(tx, place, startOf(addDays(to, -reach), 'month'), to),
  );
  if (month === null) return 0;
  const known = new Set(deps.measures.flatMap((each) => each.measures.map(({ id }) => id)));
  const tables: OpenMonth['sections'] = [];
  for (const { name, ...query } of sections) {
    const asked = { measures: query.measures.filter((id) => known.has(id)), rows: query.rows };
    const span = { from: month, to: monthEnd(month) };
    const table = await publicTable(
      deps,
      { kind: 'region', code: place },
      { ...asked, ...span },
      now,
      byLot,
    );
    if (!table.ok) throw new Error(`open figures cannot be counted: ${table.refusal.code}`);
    tables.push({ name, table: table.value });
  }
  // Tables of two moments could be taken from each other: what moved meanwhile is waited for again.
  const after = await measureWaiting(deps.db, factConsumer);
  if (after.events > 0 || after.movedAt !== movedAt) return 0;
  await deps.db.withActor(factScope, 'write', (tx) =>
    insertOpenMonth(tx, place, { month, sections: tables }),
  );
  return 1;
}
