import type { ClientBase } from 'pg';
import { distributionColumn, type CatalogueTable, type Distribution } from './distribution.ts';

/** The tables of a migrated database. */
export const readTables = async (client: ClientBase): Promise<readonly CatalogueTable[]> => {
  const { rows } = await client.query<Omit<CatalogueTable, 'hasRows'>>(
    `SELECT c.relname::text AS name,
            coalesce((SELECT array_agg(a.attname::text ORDER BY k.place)
                        FROM pg_index i
                       CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k (number, place)
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
                       WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key,
            coalesce((SELECT array_agg(DISTINCT f.confrelid::regclass::text)
                        FROM pg_constraint f
                       WHERE f.conrelid = c.oid AND f.contype = 'f'), '{}') AS "refersTo"
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      ORDER BY c.relname COLLATE "C"`,
  );
  const tables: CatalogueTable[] = [];
  for (const row of rows) {
    const name = client.escapeIdentifier(row.name);
    const found = await client.query(`SELECT FROM ${name} LIMIT 1`);
    tables.push({ ...row, hasRows: found.rowCount === 1 });
  }
  return tables;
};

/**
 * Checks a migrated database against the rules of a Citus cluster.
 * @returns one line for each breach: what, where
 */
export const lintDistribution = async (
  client: ClientBase,
  distributions: ReadonlyMap<string, Distribution>,
): Promise<readonly string[]> => {
  const tables = await readTables(client);
  const undeclared = tables
    .filter((table) => !distributions.has(table.name))
    .map((table) => `${table.name}: no line "-- distribute: …" above its CREATE TABLE`);
  const columns = new Map(
    tables.map(({ name, key }) => [name, distributionColumn(distributions.get(name), key)]),
  );
  return [
    ...undeclared,
    ...(await lintColumns(client, columns)),
    ...(await lintUnique(client, columns)),
    ...(await lintForeignKeys(client, distributions, columns)),
    ...(await lintForbidden(client)),
  ];
};

type Columns = ReadonlyMap<string, string | undefined>;

const lintColumns = async (client: ClientBase, columns: Columns): Promise<readonly string[]> => {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT attrelid::regclass::text AS table, attname::text AS column FROM pg_attribute
      WHERE attnotnull AND NOT attisdropped AND attnum > 0`,
  );
  const solid = new Set(rows.map((row) => `${row.table}.${row.column}`));
  return [...columns]
    .filter(([table, column]) => column !== undefined && !solid.has(`${table}.${column}`))
    .map(
      ([table, column]) => `${table}: the distribution column ${column} is missing or may be null`,
    );
};

/** Primary keys, unique and exclusion constraints and unique indexes are all indexes. */
const lintUnique = async (client: ClientBase, columns: Columns): Promise<readonly string[]> => {
  const { rows } = await client.query<{ table: string; index: string; first: string | null }>(
    `SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS index,
            (SELECT attname::text FROM pg_attribute
              WHERE attrelid = i.indrelid AND attnum = i.indkey[0]) AS first
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relnamespace = 'public'::regnamespace AND (i.indisunique OR i.indisexclusion)
      ORDER BY 1, 2`,
  );
  return rows
    .filter(({ table, first }) => columns.get(table) !== undefined && columns.get(table) !== first)
    .map(({ table, index }) => `${index}: does not start with ${columns.get(table) ?? ''}`);
};

type ForeignKey = { name: string; from: string; to: string; own: string; theirs: string };

const lintForeignKeys = async (
  client: ClientBase,
  distributions: ReadonlyMap<string, Distribution>,
  columns: Columns,
): Promise<readonly string[]> => {
  const { rows } = await client.query<ForeignKey>(
    `SELECT f.conname::text AS name, f.conrelid::regclass::text AS from,
            f.confrelid::regclass::text AS to,
            (SELECT attname::text FROM pg_attribute
              WHERE attrelid = f.conrelid AND attnum = f.conkey[1]) AS own,
            (SELECT attname::text FROM pg_attribute
              WHERE attrelid = f.confrelid AND attnum = f.confkey[1]) AS theirs
       FROM pg_constraint f
      WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const allowed = (key: ForeignKey): boolean => {
    const [from, to] = [distributions.get(key.from), distributions.get(key.to)];
    if (to === 'reference') return true;
    if (to === 'local') return from === 'local';
    const together = from === to && (from !== 'value' || key.from === key.to);
    return together && key.own === columns.get(key.from) && key.theirs === columns.get(key.to);
  };
  return rows
    .filter((key) => !allowed(key))
    .map(
      (key) => `${key.name}: ${key.from} and ${key.to} do not lie together on their first column`,
    );
};

const lintForbidden = async (client: ClientBase): Promise<readonly string[]> => {
  const { rows } = await client.query<{ breach: string }>(
    `SELECT tgrelid::regclass || ': trigger ' || tgname AS breach FROM pg_trigger
      WHERE NOT tgisinternal
     UNION ALL
     SELECT polrelid::regclass || ': RESTRICTIVE policy ' || polname FROM pg_policy
      WHERE NOT polpermissive
     UNION ALL
     SELECT polrelid::regclass || ': subquery in policy ' || polname FROM pg_policy
      WHERE coalesce(polqual::text, '') || coalesce(polwithcheck::text, '') LIKE '%{SUBLINK%'
      ORDER BY 1`,
  );
  return rows.map((row) => row.breach);
};
