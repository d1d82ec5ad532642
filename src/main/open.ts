import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type Config } from '../platform/config/config.ts';
import type { StartProblem } from '../platform/config/problems.ts';
import { openDatabase, prepareDataDir, type OpenDatabase } from '../platform/database/index.ts';
import type { DatabaseOptions } from '../platform/database/index.ts';
import { installJobs } from '../platform/jobs/index.ts';
import {
  createMasterKeyFile,
  loadMasterKeys,
  MasterKeyFault,
  type MasterKeys,
} from '../platform/vault/index.ts';
import { ok, type Result } from '../kernel/result.ts';

/** Settings, database and keys: what every program of ours needs before it can begin. */
export interface Opened {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly keys: MasterKeys;
}

type Problems = readonly Pick<StartProblem, 'zh' | 'en'>[];

const stop = (...problems: Problems): { readonly ok: false; readonly refusal: Problems } => ({
  ok: false,
  refusal: problems,
});

/**
 * Reads the settings, opens the database and loads the master keys.
 * @param env the environment
 * @param as the one server of the data directory, its worker, or a tool that works beside it
 * @param clock replaces the database's clock; only the demo does
 * @returns everything open, or every sentence why not
 */
export async function openAll(
  env: Readonly<Record<string, string | undefined>>,
  as: 'server' | 'worker' | 'tool',
  clock?: DatabaseOptions['clock'],
): Promise<Result<Opened, Problems>> {
  const read = readConfig(env);
  if (!read.ok) return stop(...read.refusal);
  const prepared = await prepareDataDir(read.value);
  if (!prepared.ok) return stop(prepared.refusal);
  const config = prepared.value;
  const opened = await openDatabase(config, { as, ...(clock === undefined ? {} : { clock }) });
  if (!opened.ok) return stop(opened.refusal);
  const database = opened.value;
  try {
    // A key is made only for a database that holds nothing yet: a lost key must never be replaced
    // by a new one that opens nothing.
    if (database.isNew && !existsSync(config.masterKeyFile)) {
      createMasterKeyFile(config.masterKeyFile, config.cipherSuite);
    }
    const keys = loadMasterKeys(config.masterKeyFile);
    if (database.db.ownerUrl !== undefined && as === 'server') {
      await installJobs(database.db.ownerUrl);
    }
    return ok({ config, database, keys });
  } catch (error) {
    await database.close();
    if (error instanceof MasterKeyFault) return stop({ zh: error.zh, en: error.en });
    throw error;
  }
}

/** The address under which people reach the program: as told, else where it listens. */
export function publicUrlOf(config: Config): string {
  const scheme = config.tls === undefined ? 'http' : 'https';
  return config.publicUrl ?? `${scheme}://${config.host}:${config.port}`;
}

/** Where the security log lies, for any shipper to follow. */
export const securityLogFile = (config: Config): string =>
  path.join(config.dataDir, 'security.log');
