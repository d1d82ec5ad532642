import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { clientConfig } from '../database/index.ts';

/** The schema that pg-boss has for itself. */
export const jobSchema = 'pgboss';

/**
 * Creates the job queue's schema, or brings it up to this version, under the name of the owner
 * role, and lets the writing role work with its rows. Harmless when it is there already.
 * @param ownerUrl a login that may work as huiyin_owner
 */
export const installJobs = async (ownerUrl: string): Promise<void> => {
  const client = new Client(clientConfig(ownerUrl));
  await client.connect();
  try {
    await client.query('SET ROLE huiyin_owner');
    const boss = new PgBoss({
      db: { executeSql: (text, values) => client.query(text, values) },
      schema: jobSchema,
      migrate: true,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    await boss.stop({ graceful: false });
    await client.query(grants);
  } finally {
    await client.end();
  }
};

/** Rows only: the program that serves people cannot change this schema. */
const grants = `
  GRANT USAGE ON SCHEMA ${jobSchema} TO huiyin_write;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO huiyin_write;
  REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobSchema} FROM PUBLIC;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobSchema} TO huiyin_write`;
