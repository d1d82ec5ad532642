import { ok, type Result } from '../../kernel/result.ts';
import type { Config } from '../config/config.ts';
import type { StartProblem } from '../config/problems.ts';
import { withClient } from './cluster-database.ts';
import { checkSchema, migrate, type HalfDone } from './migrate.ts';
import { standOnEmbedded } from './open-embedded.ts';
import { openOwn } from './open-own.ts';
import { createDatabase, type Database, type DatabaseOptions } from './pool.ts';
import { lockDataDir } from './server-lock.ts';
import type { Standing } from './standing.ts';

/** How to open: as the one server of a data directory, as its worker, or as a tool. */
export type OpenOptions = {
  /** A tool works beside a running server or alone; a worker only beside its server. */
  readonly as: 'server' | 'worker' | 'tool';
  /** Whether a half-done migration is refused (a start) or finished (`npm run migrate`). */
  readonly halfDone?: HalfDone;
  readonly clock?: DatabaseOptions['clock'];
  readonly poolSize?: number;
};

export type OpenDatabase = {
  readonly db: Database;
  /**
   * True while no event was ever recorded: only then may a master key be made. Without an owner
   * login it is not known and false.
   */
  readonly isNew: boolean;
  /** Names of the migrations applied by this start. */
  readonly applied: readonly string[];
  /** Closes all connections and stops what this start started. */
  readonly close: () => Promise<void>;
};

/**
 * Starts the embedded database or connects to the operator's own, brings the schema up to date and
 * opens the pool.
 * @param config settings after `prepareDataDir`
 * @returns the database; refused when another server has the data directory, when the schema
 *   was changed, is newer or half done, or when the database cannot be reached or started
 */
export const openDatabase = async (
  config: Config,
  options: OpenOptions,
): Promise<Result<OpenDatabase, StartProblem>> => {
  const lock = options.as === 'server' ? await lockDataDir(config.dataDir) : ok(undefined);
  if (!lock.ok) return lock;
  const standing = await stand(config, options);
  if (!standing.ok) {
    await lock.value?.release();
    return standing;
  }
  const leave = async (): Promise<void> => {
    await standing.value.leave();
    await lock.value?.release();
  };
  try {
    const opened = await openPool(standing.value, options, leave);
    if (!opened.ok) await leave();
    return opened;
  } catch (error) {
    await leave();
    throw error;
  }
};

const stand = (config: Config, options: OpenOptions): Promise<Result<Standing, StartProblem>> => {
  if (config.database.kind === 'own') return openOwn(config.database);
  return standOnEmbedded(config, options.as);
};

const openPool = async (
  standing: Standing,
  options: OpenOptions,
  leave: () => Promise<void>,
): Promise<Result<OpenDatabase, StartProblem>> => {
  const { url, ownerUrl } = standing;
  const schema = await bringSchema(standing, options.halfDone ?? 'refuse');
  if (!schema.ok) return schema;
  const db = createDatabase({
    url,
    ...(ownerUrl ? { ownerUrl } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.poolSize ? { poolSize: options.poolSize } : {}),
  });
  await db.checkClock();
  const isNew = ownerUrl !== undefined && (await hasNoEvents(ownerUrl));
  const close = async (): Promise<void> => {
    await db.close();
    await leave();
  };
  return ok({ db, isNew, applied: schema.value, close });
};

const hasNoEvents = (ownerUrl: string): Promise<boolean> =>
  withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM event LIMIT 1');
    return rowCount === 0;
  });

const bringSchema = async (
  standing: Standing,
  halfDone: HalfDone,
): Promise<Result<readonly string[], StartProblem>> => {
  const applied = standing.ownerUrl ? await migrate(standing.ownerUrl, { halfDone }) : ok([]);
  if (!applied.ok) return applied;
  const problem =
    (standing.ownerUrl ? undefined : await checkSchema(standing.url)) ??
    (await standing.afterMigration());
  return problem ? { ok: false, refusal: problem } : applied;
};
