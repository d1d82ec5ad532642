import path from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import type { Config } from '../config/config.ts';
import { refuseStart, type StartProblem } from '../config/problems.ts';
import { takeServerLock } from './advisory-lock.ts';
import {
  ensureDatabase,
  localUrl,
  onDatabase,
  setAppPassword,
  withClient,
} from './cluster-database.ts';
import { refreshCollations } from './collation.ts';
import { findCredentials } from './credentials.ts';
import { startEmbedded } from './embedded.ts';
import { findOrphan } from './postmaster.ts';
import { findHolder, lockDataDir, type Holder, type ServerLock } from './server-lock.ts';
import { findSocketDirectory } from './socket.ts';
import type { Standing } from './standing.ts';

/** The database inside the embedded cluster. */
const name = 'huiyin';

/**
 * Stands on the embedded database.
 * @param as the server starts it and holds it alone (the caller has the data directory's lock); a
 *   tool may work beside a running server; the server's worker works beside it or not at all, for a
 *   worker that outlived its server must not stand in the way of the next one
 */
export const standOnEmbedded = (
  config: Config,
  as: 'server' | 'tool' | 'worker',
): Promise<Result<Standing, StartProblem>> => {
  if (as === 'server') return standAsServer(config);
  return as === 'tool' ? standAsTool(config) : standAsWorker(config);
};

const standAsServer = async (config: Config): Promise<Result<Standing, StartProblem>> => {
  const started = await startEmbedded(config.dataDir, { shared_buffers: config.databaseMemory });
  if (!started.ok) return started;
  const { adminUrl, credentials, port, stop, letGo } = started.value;
  const lock = await takeServerLock(adminUrl);
  if ('heldBy' in lock) {
    letGo();
    return refuseStart('data-dir-in-use', { value: config.dataDir, pid: lock.heldBy });
  }
  await withClient(adminUrl, (client) => ensureDatabase(client, name));
  const ownerUrl = onDatabase(adminUrl, name);
  await refreshCollations(ownerUrl);
  return ok({
    url: await appUrl(config.dataDir, port, credentials.app),
    ownerUrl,
    afterMigration: async () => {
      await withClient(ownerUrl, (client) => setAppPassword(client, credentials.app));
      return undefined;
    },
    leave: async () => {
      await lock.release();
      await stop();
    },
  });
};

/** Beside a running server a tool uses its database; alone it starts and stops one itself. */
const standAsTool = async (config: Config): Promise<Result<Standing, StartProblem>> => {
  const holder = await findHolder(config.dataDir);
  if (holder) return standBeside(config.dataDir, holder);
  const lock = await lockDataDir(config.dataDir);
  if (!lock.ok) return lock;
  const standing = await standAsServer(config);
  if (!standing.ok) {
    await lock.value.release();
    return standing;
  }
  return ok(leavingAlso(standing.value, lock.value));
};

const standAsWorker = async (config: Config): Promise<Result<Standing, StartProblem>> => {
  const holder = await findHolder(config.dataDir);
  return holder
    ? standBeside(config.dataDir, holder)
    : refuseStart('server-missing', { value: config.dataDir });
};

/** Uses the database of the running server, and leaves it running. */
const standBeside = async (
  dataDir: string,
  holder: Holder,
): Promise<Result<Standing, StartProblem>> => {
  const credentials = await findCredentials(dataDir);
  const adminUrl = (port: number): string =>
    localUrl({ port, login: 'postgres', password: credentials?.admin ?? '', database: 'postgres' });
  const running = await findOrphan(path.join(dataDir, 'postgres'), adminUrl);
  if (!running.ok) return running;
  if (!running.value) return refuseStart('database-starting', { value: dataDir, pid: holder.pid });
  const { port } = running.value;
  return ok({
    url: await appUrl(dataDir, port, credentials?.app ?? ''),
    ownerUrl: onDatabase(adminUrl(port), name),
    afterMigration: () => Promise.resolve(undefined),
    leave: () => Promise.resolve(),
  });
};

const appUrl = async (dataDir: string, port: number, password: string): Promise<string> =>
  localUrl({
    port,
    login: 'huiyin_app',
    password,
    database: name,
    socketDirectory: await findSocketDirectory(dataDir, port),
  });

const leavingAlso = (standing: Standing, lock: ServerLock): Standing => ({
  ...standing,
  leave: async () => {
    await standing.leave();
    await lock.release();
  },
});
