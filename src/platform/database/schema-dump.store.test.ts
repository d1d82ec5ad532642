import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/harness/database.ts';
import { withClient } from './cluster-database.ts';
import { dumpSchema } from './schema-dump.ts';

test.each([
  'ALTER TABLE event ADD COLUMN more text',
  'ALTER TABLE event ALTER COLUMN unit_id SET NOT NULL',
  'CREATE INDEX more ON event (at)',
  'ALTER TABLE event ADD CONSTRAINT more CHECK (seq > 0)',
  'GRANT DELETE ON event TO huiyin_write',
  'GRANT SELECT (seq) ON event TO huiyin_statistics',
  'CREATE POLICY more ON event FOR SELECT TO huiyin_statistics USING (true)',
  'ALTER TABLE event DISABLE ROW LEVEL SECURITY',
  `COMMENT ON COLUMN event.seq IS 'more'`,
  'CREATE FUNCTION more() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  'CREATE SEQUENCE more',
  'CREATE VIEW more AS SELECT 1 AS one',
  `ALTER TABLE event OWNER TO huiyin_read`,
])('X-8 the dump shows: %s', async (change) => {
  const it = await createTestDatabase();
  const before = await dumpSchema(it.ownerUrl);
  await withClient(it.ownerUrl, (client) => client.query(change));
  expect(await dumpSchema(it.ownerUrl)).not.toBe(before);
  await it.drop();
});
