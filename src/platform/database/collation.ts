import { escapeIdentifier } from 'pg';
import { withClient } from './cluster-database.ts';

/**
 * Reindexes after the ICU library changed, before anybody is served: text indexes built under the
 * old order would find too little.
 * @param ownerUrl an administrator's address of the database
 * @returns whether the library had changed
 */
export const refreshCollations = (ownerUrl: string): Promise<boolean> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; changed: boolean }>(
      `SELECT datname AS name, EXISTS (
                SELECT FROM pg_collation c
                 WHERE c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid)
                   AND c.collname = 'zh-Hans-CN-x-icu')
              OR datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)
              AS changed
         FROM pg_database WHERE datname = current_database()`,
    );
    const [database] = rows;
    if (!database?.changed) return false;
    const quoted = escapeIdentifier(database.name);
    await client.query(`REINDEX DATABASE ${quoted}`);
    await client.query(`ALTER DATABASE ${quoted} REFRESH COLLATION VERSION`);
    await client.query(`ALTER COLLATION "zh-Hans-CN-x-icu" REFRESH VERSION`);
    return true;
  });
