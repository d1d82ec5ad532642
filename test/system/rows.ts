import { withClient } from '../../src/platform/database/cluster-database.ts';

/**
 * Tables that move by themselves: the feed's order and the figures that follow it, sessions, and the
 * books of wrong tries.
 */
const restless = new Set([
  'unlogged',
  'log_leaf',
  'feed_cursor',
  'fact',
  'fact_beside',
  'fact_dims',
  'fact_third',
  'fact_source',
  'fact_stale',
  'open_month',
  'session',
  'sign_in_attempt',
  'guess',
]);

/** How many rows every table of the program holds, by name. */
export const countRows = (ownerUrl: string): Promise<Readonly<Record<string, number>>> =>
  withClient(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      if (restless.has(name)) continue;
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${name}"`,
      );
      counts[name] = rows[0]?.n ?? 0;
    }
    return counts;
  });
