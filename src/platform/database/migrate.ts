import { Client, DatabaseError, type ClientBase } from 'pg';
import { ok, type Result } from '../../kernel/result.ts';
import { startProblem, type StartProblem } from '../config/problems.ts';
import { clientConfig } from './connection.ts';
import { readMigrations, statementsOf, type MigrationFile } from './migration-file.ts';

/** Locks of this program in the advisory lock space of the database. */
const migrationLock = '720140501001';

type AppliedMigration = {
  readonly name: string;
  readonly sha256: string;
  readonly finished: boolean;
};

/** How to treat what a broken earlier run left behind: refuse it (a start) or finish it. */
export type HalfDone = 'refuse' | 'resume';

/**
 * Brings a database to the schema of this program, under one lock, each migration in its own
 * transaction.
 * @param ownerUrl a login that may create roles and own tables
 * @param options.migrations the migrations known; the program's own unless a test gives others
 * @param options.halfDone what to do with a migration that was started and not finished
 * @returns the names applied now; refused when the schema was changed, is newer, or is half done
 */
export const migrate = async (
  ownerUrl: string,
  options: { migrations?: readonly MigrationFile[]; halfDone?: HalfDone } = {},
): Promise<Result<readonly string[], StartProblem>> => {
  const migrations = options.migrations ?? (await readMigrations());
  const client = new Client(clientConfig(ownerUrl));
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(bookOfMigrations);
    const applied = await readApplied(client);
    const problem = compareSchema(migrations, applied, options.halfDone ?? 'refuse');
    if (problem) return { ok: false, refusal: problem };
    return await applyMissing(client, migrations, applied);
  } finally {
    await client.end();
  }
};

const bookOfMigrations = `
  CREATE TABLE IF NOT EXISTS migration (
    name text COLLATE "C" PRIMARY KEY,
    sha256 text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_at timestamptz
  )`;

const readApplied = async (client: ClientBase): Promise<readonly AppliedMigration[]> => {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT name, sha256, applied_at IS NOT NULL AS finished FROM migration ORDER BY name',
  );
  return rows;
};

/**
 * Whether the program may work with this schema.
 * @returns the reason why not, or undefined
 */
export const compareSchema = (
  known: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
  halfDone: HalfDone,
): StartProblem | undefined => {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256, finished } of applied) {
    const migration = byName.get(name);
    if (!migration) return startProblem('migration-unknown', { value: name });
    if (!finished && halfDone === 'refuse') return startProblem('migration-half', { value: name });
    if (finished && migration.sha256 !== sha256)
      return startProblem('migration-changed', { value: name });
  }
  return undefined;
};

const applyMissing = async (
  client: ClientBase,
  migrations: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): Promise<Result<readonly string[], StartProblem>> => {
  const finished = new Set(applied.filter((row) => row.finished).map((row) => row.name));
  const done: string[] = [];
  for (const migration of migrations) {
    if (finished.has(migration.name)) continue;
    try {
      await (migration.inTransaction
        ? applyWhole(client, migration)
        : applyParts(client, migration));
    } catch (error) {
      await client.query('ROLLBACK');
      const reason = explain(error, migration.sql);
      return {
        ok: false,
        refusal: startProblem('migration-failed', { value: migration.name, reason }),
      };
    }
    done.push(migration.name);
  }
  return ok(done);
};

/** What the database says, with the line of the file where it says so. */
const explain = (error: unknown, sql: string): string => {
  if (!(error instanceof Error)) return String(error);
  const position = error instanceof DatabaseError ? Number(error.position) : Number.NaN;
  if (!Number.isInteger(position)) return error.message;
  return `${error.message} (line ${sql.slice(0, position).split('\n').length})`;
};

const applyWhole = async (client: ClientBase, migration: MigrationFile): Promise<void> => {
  await client.query('BEGIN');
  if (!migration.asLogin) await client.query('SET LOCAL ROLE huiyin_owner');
  await client.query(migration.sql);
  await client.query('RESET ROLE');
  await recordFinished(client, migration);
  await client.query('COMMIT');
};

const applyParts = async (client: ClientBase, migration: MigrationFile): Promise<void> => {
  await client.query(
    `INSERT INTO migration (name, sha256) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256`,
    [migration.name, migration.sha256],
  );
  if (!migration.asLogin) await client.query('SET ROLE huiyin_owner');
  try {
    for (const statement of statementsOf(migration.sql)) await client.query(statement);
  } finally {
    await client.query('RESET ROLE');
  }
  await recordFinished(client, migration);
};

const recordFinished = async (client: ClientBase, migration: MigrationFile): Promise<void> => {
  await client.query(
    `INSERT INTO migration (name, sha256, applied_at) VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET applied_at = excluded.applied_at`,
    [migration.name, migration.sha256],
  );
};

/**
 * Checks a schema that this program may not change, because it has no owner login.
 * @returns the reason to refuse the start, or undefined
 */
export const checkSchema = async (
  url: string,
  migrations?: readonly MigrationFile[],
): Promise<StartProblem | undefined> => {
  const known = migrations ?? (await readMigrations());
  const client = new Client(clientConfig(url));
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean; readable: boolean; login: string }>(
      `SELECT b.oid IS NOT NULL AS there, current_user AS login,
              coalesce(has_schema_privilege('public', 'USAGE')
                AND has_table_privilege(b.oid, 'SELECT'), false) AS readable
         FROM (SELECT 1) one LEFT JOIN pg_class b
           ON b.relname = 'migration' AND b.relnamespace = 'public'::regnamespace`,
    );
    const [book] = rows;
    if (book?.there && !book.readable)
      return startProblem('login-without-roles', { user: book.login });
    const applied = book?.there ? await readApplied(client) : [];
    const problem = compareSchema(known, applied, 'refuse');
    if (problem) return problem;
    const present = new Set(applied.map((row) => row.name));
    const missing = known.find((migration) => !present.has(migration.name));
    return missing && startProblem('migration-missing', { value: missing.name });
  } finally {
    await client.end();
  }
};
