import { sql } from 'kysely';
import type { Database } from '../database/pool.ts';
import { nobody } from '../database/scope.ts';
import type { ReadinessCheck } from './health.ts';

/** Beyond this the periods of two machines would differ by a visible moment. */
const toleratedSkewSeconds = 2;

/**
 * Database reachable, migrations current, clocks agree.
 * @param database the pool
 * @param migrations names of all migrations that this program knows
 * @param now this machine's clock
 */
export const databaseReadiness = (
  database: Database,
  migrations: readonly string[],
  now: () => Date = () => new Date(),
): readonly ReadinessCheck[] => [
  {
    name: 'migrations',
    check: () =>
      database.withActor(nobody, 'read', async (tx) => {
        const { rows } = await sql<{
          name: string;
        }>`SELECT name FROM migration WHERE applied_at IS NOT NULL`.execute(tx);
        const applied = new Set(rows.map((row) => row.name));
        const current =
          migrations.every((name) => applied.has(name)) && applied.size === migrations.length;
        return current ? undefined : { code: 'database-unavailable', params: {} };
      }),
  },
  {
    name: 'clock',
    check: async () => {
      const theirs = await database.withActor(nobody, 'read', async (tx) => tx.now());
      const seconds = Math.abs(theirs.getTime() - now().getTime()) / 1000;
      if (seconds <= toleratedSkewSeconds) return undefined;
      return { code: 'clock-skew', params: { seconds: Math.round(seconds) } };
    },
  },
];
