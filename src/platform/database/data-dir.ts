import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import { canEnter, chooseClusterUser, type ClusterUser } from './cluster-user.ts';
import type { Config } from '../config/config.ts';
import { refuseStart, type StartProblem } from '../config/problems.ts';

/** Where data goes when root starts the program in a place that only root can enter. */
const sharedDataDir = '/var/lib/huiyin';

/**
 * Makes the data directory, once per start and before anything else uses the settings.
 *
 * Root cannot run PostgreSQL, so the user who runs it must be able to enter the directory. A place
 * that the operator chose is kept or refused; the preset gives way to /var/lib/huiyin.
 * @returns the settings with the final `dataDir` and `masterKeyFile`
 */
export const prepareDataDir = async (config: Config): Promise<Result<Config, StartProblem>> => {
  const user = config.database.kind === 'embedded' ? await chooseClusterUser() : undefined;
  const here = await makeReachable(config.dataDir, user);
  if (here.ok) return ok(config);
  if (config.dataDirChosen || here.refusal.code !== 'data-dir-unreachable') return here;
  const there = await makeReachable(sharedDataDir, user);
  return there.ok ? ok(moved(config, sharedDataDir)) : there;
};

const moved = (config: Config, dataDir: string): Config => {
  const inside = path.relative(config.dataDir, config.masterKeyFile);
  const masterKeyFile = inside.startsWith('..') ? config.masterKeyFile : path.join(dataDir, inside);
  return { ...config, dataDir, masterKeyFile };
};

const makeReachable = async (
  directory: string,
  user: ClusterUser | undefined,
): Promise<Result<string, StartProblem>> => {
  const unreachable = () =>
    refuseStart('data-dir-unreachable', { user: user?.name ?? '', value: directory });
  try {
    // Asked before anything is made, so that a refused place stays untouched.
    if (user && !(await canEnter(user, await nearestExisting(directory)))) return unreachable();
    // Others may pass through to what is theirs; every secret inside is closed by its own mode.
    await makeDirectory(directory, user?.ids ? 0o711 : 0o700);
    await access(directory, constants.W_OK | constants.X_OK);
  } catch {
    return refuseStart('data-dir-unwritable', { value: directory });
  }
  return user && !(await canEnter(user, directory)) ? unreachable() : ok(directory);
};

/** Level by level: Node's own recursive mkdir never returns below /proc. */
const makeDirectory = async (directory: string, mode: number): Promise<void> => {
  const existing = await nearestExisting(directory);
  let at = existing;
  for (const name of path.relative(existing, directory).split(path.sep)) {
    if (name === '') return;
    at = path.join(at, name);
    await mkdir(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await chmod(at, mode);
  }
};

const nearestExisting = async (directory: string): Promise<string> => {
  let at = directory;
  while (at !== path.dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found) break;
    at = path.dirname(at);
  }
  return at;
};
