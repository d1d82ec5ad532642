import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onDatabase, withClient } from '../../src/platform/database/cluster-database.ts';
import { createDatabase, type Database } from '../../src/platform/database/pool.ts';

/** A database of one test, migrated and empty. */
export type TestDatabase = {
  readonly db: Database;
  /** A superuser login on it: sees every row, may change the schema. */
  readonly ownerUrl: string;
  /** The app login on it. */
  readonly appUrl: string;
  /** Closes `db` and removes the database. */
  readonly drop: () => Promise<void>;
};

/**
 * Clones the migrated template.
 * @param options.clock the time that the database code sees
 * @param options.poolSize connections of `db`, 8 unless told
 */
export const createTestDatabase = async (
  options: { clock?: () => Date; poolSize?: number } = {},
): Promise<TestDatabase> => {
  const { adminUrl, appPassword, template } = inject('testPostgres');
  const name = `huiyin_test_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, async (client) => {
    // Measured on two cores: 140 ms, against 240 ms when the copy goes through the log.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    // Rights on a database are not cloned with it.
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO huiyin_app`);
    await client.query(`GRANT ALL ON DATABASE ${name} TO huiyin_owner`);
  });
  const ownerUrl = onDatabase(adminUrl, name);
  const app = new URL(ownerUrl);
  app.username = 'huiyin_app';
  app.password = appPassword;
  const db = createDatabase({
    url: app.href,
    ownerUrl,
    poolSize: options.poolSize ?? 8,
    ...(options.clock ? { clock: options.clock } : {}),
  });
  return {
    db,
    ownerUrl,
    appUrl: app.href,
    drop: async () => {
      await db.close();
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
};
