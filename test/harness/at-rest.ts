import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '../../src/platform/database/cluster-database.ts';

/**
 * Waits until the worker has rendered and served everything that was sealed: what it writes in
 * between changes lists and counts that a test compares.
 * @param ownerUrl an owner login
 */
export const atRest = (ownerUrl: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM pgboss.job
          WHERE name = 'petitions.render-paper' AND state IN ('created', 'retry', 'active')`,
      );
      if (rows[0]?.open === 0) return;
      await wait(200);
    }
  });
