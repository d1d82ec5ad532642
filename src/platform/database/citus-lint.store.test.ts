import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { withClient } from './cluster-database.ts';
import { lintDistribution, readTables } from './distribution-catalogue.ts';
import { planDistribution, readDistributions, type CatalogueTable } from './distribution.ts';
import { readMigrations } from './migration-file.ts';

let it: TestDatabase;

beforeEach(async () => {
  it = await createTestDatabase();
});
afterEach(() => it.drop());

const table = (name: string, hasRows: boolean): CatalogueTable => ({
  name,
  key: ['stream_id'],
  hasRows,
  refersTo: [],
});

/** What the lint says of more SQL on top of the schema. */
const lint = (sql: string): Promise<readonly string[]> =>
  withClient(it.ownerUrl, async (client) => {
    await client.query(sql);
    const distributions = readDistributions([...(await readMigrations()), { sql }]);
    return lintDistribution(client, distributions);
  });

describe('Citus: the schema can be spread over a Citus cluster', () => {
  test('the migrations keep every rule', async () => {
    expect(await lint('SELECT 1')).toEqual([]);
  });

  test.each([
    ['a table without a declaration', 'CREATE TABLE a (n int PRIMARY KEY);', /^a: no line/],
    [
      'a declaration that does not stand right above',
      '-- distribute: local\n\nCREATE TABLE a (n int PRIMARY KEY);',
      /^a: no line/,
    ],
    [
      'a distribution column that is missing',
      '-- distribute: stream_id\nCREATE TABLE a (n int);',
      /^a: the distribution column stream_id/,
    ],
    [
      'a distribution column that may be null',
      '-- distribute: stream_id\nCREATE TABLE a (stream_id uuid);',
      /may be null/,
    ],
    [
      'a primary key that starts with another column',
      '-- distribute: stream_id\nCREATE TABLE a (n int, stream_id uuid, PRIMARY KEY (n, stream_id));',
      /^a_pkey: does not start with stream_id/,
    ],
    [
      'a unique constraint without the column',
      '-- distribute: stream_id\nCREATE TABLE a (stream_id uuid PRIMARY KEY, n int UNIQUE);',
      /^a_n_key/,
    ],
    [
      'a unique index on an expression',
      `-- distribute: stream_id\nCREATE TABLE a (stream_id uuid PRIMARY KEY, n text);
       CREATE UNIQUE INDEX a_low ON a (lower(n));`,
      /^a_low/,
    ],
    [
      'an exclusion constraint that starts with another column',
      `-- distribute: unit_id\nCREATE TABLE a (unit_id text NOT NULL, during tstzrange,
         EXCLUDE USING gist (during WITH &&));`,
      /^a_during_excl/,
    ],
    [
      'a second key beside the value of a directory',
      '-- distribute: value\nCREATE TABLE a (number text PRIMARY KEY, n int UNIQUE);',
      /^a_n_key: does not start with number/,
    ],
    [
      'a foreign key to a table spread otherwise',
      `-- distribute: unit_id\nCREATE TABLE a (unit_id text PRIMARY KEY);
       -- distribute: stream_id\nCREATE TABLE b (stream_id uuid PRIMARY KEY, unit_id text REFERENCES a);`,
      /^b_unit_id_fkey/,
    ],
    [
      'a foreign key from a reference table to a spread one',
      `-- distribute: unit_id\nCREATE TABLE a (unit_id text PRIMARY KEY);
       -- distribute: reference\nCREATE TABLE b (unit_id text REFERENCES a);`,
      /^b_unit_id_fkey/,
    ],
    [
      'a trigger',
      `-- distribute: local\nCREATE TABLE a (n int);
       CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW
         EXECUTE FUNCTION suppress_redundant_updates_trigger();`,
      /^a: trigger t/,
    ],
    [
      'a restrictive policy',
      `-- distribute: local\nCREATE TABLE a (n int);
       CREATE POLICY p ON a AS RESTRICTIVE USING (n = 1);`,
      /^a: RESTRICTIVE policy p/,
    ],
    [
      'a policy with a subquery',
      `-- distribute: local\nCREATE TABLE a (n int);
       CREATE POLICY p ON a FOR INSERT WITH CHECK (n IN (SELECT 1));`,
      /^a: subquery in policy p/,
    ],
  ])('finds %s', async (_, sql, complaint) => {
    const breaches = await lint(sql);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toMatch(complaint);
  });

  test('lets co-located and reference foreign keys pass', async () => {
    const sql = `-- distribute: reference
CREATE TABLE a (code text PRIMARY KEY);
-- distribute: stream_id
CREATE TABLE b (stream_id uuid PRIMARY KEY, code text REFERENCES a);
-- distribute: stream_id
CREATE TABLE c (stream_id uuid REFERENCES b, n int, PRIMARY KEY (stream_id, n));`;
    expect(await lint(sql)).toEqual([]);
  });
});

describe('Citus: npm run distribute', () => {
  test('spreads every declared table once, referred ones first, together by column', async () => {
    const distributions = readDistributions(await readMigrations());
    const tables = await withClient(it.ownerUrl, readTables);
    const plan = planDistribution(tables, distributions);
    if ('code' in plan) throw new Error(plan.en);
    const spread = plan.map((step) => step.values[0]);
    const expected = [...distributions].filter(([, how]) => how !== 'local').map(([name]) => name);
    expect(spread.length).toBe(expected.length);
    expect(new Set(spread)).toEqual(new Set(expected));
    for (const { name, refersTo } of tables.filter((known) => spread.includes(known.name)))
      for (const referred of refersTo.filter((other) => other !== name))
        expect(spread.indexOf(referred)).toBeLessThan(spread.indexOf(name));
    const streams = plan.filter((step) => step.values[1] === 'stream_id');
    expect(new Set(streams.slice(1).map((step) => step.values[2]))).toEqual(
      new Set([streams[0]?.values[0]]),
    );
  });

  test('refuses a table that holds rows, and takes seeded reference tables', () => {
    const distributions = new Map([
      ['category', 'reference'],
      ['event', 'stream_id'],
    ]);
    expect(planDistribution([table('event', true)], distributions)).toMatchObject({
      code: 'distribute-not-empty',
    });
    expect(planDistribution([table('category', true)], distributions)).toHaveLength(1);
  });
});
