import type { ClientBase } from 'pg';
import type { Vault } from './vault.ts';

/** A table whose rows each lie sealed under a key of their own, in `key_version` and `wrapped`. */
export interface WrappedTable {
  readonly table: string;
  /** Its primary key, the distribution column first. */
  readonly key: readonly [string, ...string[]];
}

interface WrappedRow {
  readonly id: readonly string[];
  readonly key_version: number;
  readonly wrapped: Buffer;
}

const columnName = /^[a-z_]+$/;

/**
 * Wraps the keys of a table's rows again under the current master key, row by row; what they seal
 * stays as it is. A batch that was written stays written, so a killed run goes on where it stood.
 *
 * @param client a connection of the owner, who is not held by row-level security
 * @param vault over master keys that hold every version in use
 * @param wrapped the table, named by its owner
 * @param batch rows read at a time
 * @returns the number of rows wrapped again
 * @throws SealBroken when a key was altered
 */
export async function rewrapTable(
  client: ClientBase,
  vault: Vault,
  { table, key }: WrappedTable,
  batch = 200,
): Promise<number> {
  if (![table, ...key].every((name) => columnName.test(name))) throw new Error('Not a table name');
  const columns = key.map((column) => `${column}::text`).join(', ');
  const same = key.map((column, index) => `${column}::text = $${index + 3}`).join(' AND ');
  for (let done = 0; ;) {
    const { rows } = await client.query<WrappedRow>(
      `SELECT ARRAY[${columns}] AS id, key_version, wrapped FROM ${table}
        WHERE key_version <> $1 LIMIT $2`,
      [vault.keyVersion, batch],
    );
    if (rows.length === 0) return done;
    for (const { id, key_version, wrapped } of rows) {
      const again = vault.rewrap(wrapped, key_version);
      await client.query(`UPDATE ${table} SET key_version = $1, wrapped = $2 WHERE ${same}`, [
        again.keyVersion,
        again.wrapped,
        ...id,
      ]);
    }
    done += rows.length;
  }
}
