import { readConfig } from '../platform/config/config.ts';
import { startProblem } from '../platform/config/problems.ts';
import { withClient } from '../platform/database/cluster-database.ts';
import { readTables } from '../platform/database/distribution-catalogue.ts';
import { planDistribution, readDistributions } from '../platform/database/distribution.ts';
import { openDatabase } from '../platform/database/index.ts';
import { readMigrations } from '../platform/database/migration-file.ts';
import { say } from './migrate.ts';

/**
 * `npm run distribute`: spreads an empty, migrated database over a Citus cluster, table by table as
 * the migrations declare. Harmless when run again.
 * @param env the environment with the settings
 * @param write where the sentences go
 * @returns the exit code
 */
export const runDistribute = async (
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => unknown,
): Promise<number> => {
  const read = readConfig(env);
  if (!read.ok) return say(write, read.refusal);
  const { database } = read.value;
  if (database.kind !== 'own' || database.ownerUrl === undefined)
    return say(write, [startProblem('distribute-needs-owner')]);
  const opened = await openDatabase(read.value, { as: 'tool' });
  if (!opened.ok) return say(write, [opened.refusal]);
  try {
    return await distribute(database.ownerUrl, write);
  } finally {
    await opened.value.close();
  }
};

const distribute = async (ownerUrl: string, write: (text: string) => unknown): Promise<number> => {
  const distributions = readDistributions(await readMigrations());
  return withClient(ownerUrl, async (client) => {
    const citus = await client.query(`SELECT FROM pg_extension WHERE extname = 'citus'`);
    if (citus.rowCount === 0) return say(write, [startProblem('distribute-without-citus')]);
    const done = await client.query<{ name: string }>(
      'SELECT logicalrelid::regclass::text AS name FROM pg_dist_partition',
    );
    const spread = new Set(done.rows.map((row) => row.name));
    const tables = (await readTables(client)).filter((table) => !spread.has(table.name));
    const plan = planDistribution(tables, distributions);
    if ('code' in plan) return say(write, [plan]);
    for (const { text, values } of plan) {
      await client.query(text, [...values]);
      write(`+ ${values.join(' ')}\n`);
    }
    write(`已分布 ${plan.length} 张表。 ${plan.length} tables distributed.\n`);
    return 0;
  });
};
