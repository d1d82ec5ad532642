import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of db/migrations, read. */
export type MigrationFile = {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
  /** False when the file begins with `-- no-transaction`; such a file must bear being run again. */
  readonly inTransaction: boolean;
  /** True when the file begins with `-- as-login`: it makes roles, which the owner cannot. */
  readonly asLogin: boolean;
};

/** The migrations that this program knows. */
export const migrationsDirectory = fileURLToPath(
  new URL('../../../db/migrations', import.meta.url),
);

/** Reads all migrations of a directory in the order of their names. */
export const readMigrations = async (
  directory: string = migrationsDirectory,
): Promise<readonly MigrationFile[]> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) =>
      parseMigration(name, await readFile(path.join(directory, name), 'utf8')),
    ),
  );
};

/** Reads the declarations in the comment lines at the head of a migration. */
export const parseMigration = (name: string, text: string): MigrationFile => {
  // A checkout on Windows must not look like a changed migration.
  const sql = text.replaceAll('\r\n', '\n');
  const lines = sql.split('\n');
  const head = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('--')),
  );
  return {
    name: name.replace(/\.sql$/, ''),
    sql,
    sha256: createHash('sha256').update(sql).digest('hex'),
    inTransaction: !head.includes('-- no-transaction'),
    asLogin: head.includes('-- as-login'),
  };
};

/**
 * The single statements of a file that runs outside a transaction: there PostgreSQL takes one
 * statement at a time. A statement ends with a semicolon at the end of a line.
 */
export const statementsOf = (sql: string): readonly string[] =>
  sql
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replaceAll(/^--.*$/gm, '').trim() !== '');
