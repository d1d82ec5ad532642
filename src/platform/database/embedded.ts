import { cp, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseStart, type StartProblem } from '../config/problems.ts';
import { findInstallation, makeRunnable, platformPackage, type Installation } from './binaries.ts';
import { localUrl } from './cluster-database.ts';
import { canEnter, chooseClusterUser, type ClusterUser } from './cluster-user.ts';
import {
  createCluster,
  productionSettings,
  spawnServer,
  type Cluster,
  type ServerSettings,
} from './cluster.ts';
import {
  credentialsFile,
  findCredentials,
  makeCredentials,
  type Credentials,
} from './credentials.ts';
import { findOrphan } from './postmaster.ts';
import { isAlive, stopServer, waitUntilServing } from './server-process.ts';
import { prepareSocketDirectory } from './socket.ts';

/** The embedded database, running. */
export type EmbeddedServer = {
  readonly adminUrl: string;
  readonly credentials: Credentials;
  readonly port: number;
  /** Changes when the server had to be started again. */
  readonly pid: () => number;
  /** True when the server had outlived an earlier program. */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
  /** Leaves the server running and looks after it no longer. */
  readonly letGo: () => void;
};

/**
 * Starts the PostgreSQL that npm brought, in `dataDir`, or adopts the one that an earlier, killed
 * program left there. Keeps it running: when it ends by itself it is started again.
 * @param dataDir prepared and locked by the caller
 * @param settings PostgreSQL settings over the presets
 * @returns the server; refused when there is no PostgreSQL for this machine, no user to run it, a
 *   stranger in the directory, or when it does not start
 */
export const startEmbedded = async (
  dataDir: string,
  settings: ServerSettings = {},
): Promise<Result<EmbeddedServer, StartProblem>> => {
  const prepared = await prepareCluster(dataDir);
  if (!prepared.ok) return prepared;
  const { cluster, credentials } = prepared.value;
  const urlOn = (port: number): string =>
    localUrl({ port, login: 'postgres', password: credentials.admin, database: 'postgres' });
  const orphan = await findOrphan(cluster.directory, urlOn);
  if (!orphan.ok) return orphan;
  const all = { ...productionSettings, ...settings };
  const running = orphan.value ? ok(orphan.value) : await start(cluster, all, urlOn);
  if (!running.ok) return running;
  const keeper = keepRunning(cluster, all, running.value);
  return ok({
    adminUrl: urlOn(running.value.port),
    credentials,
    port: running.value.port,
    adopted: orphan.value !== undefined,
    ...keeper,
  });
};

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

type Prepared = { cluster: Cluster; credentials: Credentials };

const prepareCluster = async (dataDir: string): Promise<Result<Prepared, StartProblem>> => {
  const found = await findInstallation();
  if (!found) return refuseStart('no-binaries', { value: platformPackage() });
  const user = await chooseClusterUser();
  if (!user) return refuseStart('no-unprivileged-user');
  const installation = await reachableInstallation(found, user, dataDir);
  const cluster = {
    installation,
    user,
    directory: path.join(dataDir, 'postgres'),
    logFile: path.join(dataDir, 'postgres.log'),
    socketDirectory: await prepareSocketDirectory(dataDir, user),
  };
  const isNew = !(await exists(cluster.directory));
  const kept = await findCredentials(dataDir);
  if (!isNew && !kept)
    return refuseStart('password-missing', { value: dataDir, file: credentialsFile(dataDir) });
  const credentials = kept ?? (await makeCredentials(dataDir));
  try {
    if (isNew) await createCluster(cluster, credentials.admin);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuseStart('database-start-failed', { log: cluster.logFile, reason });
  }
  return ok({ cluster, credentials });
};

/** A copy inside the data directory where the cluster's user cannot enter node_modules. */
const reachableInstallation = async (
  found: Installation,
  user: ClusterUser,
  dataDir: string,
): Promise<Installation> => {
  if (await canEnter(user, path.join(found.root, 'bin'))) {
    await makeRunnable(found);
    return found;
  }
  const root = path.join(dataDir, `postgresql-${found.version}`, 'native');
  const copy = { root, version: found.version };
  if (!(await exists(root))) {
    const draft = `${path.dirname(root)}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(path.dirname(found.root), draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, path.dirname(root));
  }
  await makeRunnable(copy);
  return copy;
};

type Running = { readonly pid: number; readonly port: number };

/** Backends of a killed server may hold its memory for a moment; a port may be lost to another. */
const passes = /pre-existing shared memory|could not bind|Address already in use|lock file/i;

const start = async (
  cluster: Cluster,
  settings: ServerSettings,
  urlOn: (port: number) => string,
  wantedPort?: number,
): Promise<Result<Running, StartProblem>> => {
  let reason = '';
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const before = await logLength(cluster);
    const server = await spawnServer(cluster, settings, wantedPort);
    const serves = await waitUntilServing(urlOn(server.port), () => !isAlive(server.pid)).catch(
      (error: Error) => error,
    );
    if (serves === true) return ok({ pid: server.pid, port: server.port });
    reason = serves === false ? await lastComplaint(cluster, before) : serves.message;
    await stopServer(server.pid, 'fast');
    if (!passes.test(reason)) break;
    await wait(500);
  }
  return refuseStart('database-start-failed', { log: cluster.logFile, reason });
};

const logLength = (cluster: Cluster): Promise<number> =>
  stat(cluster.logFile).then(
    ({ size }) => size,
    () => 0,
  );

const lastComplaint = async (cluster: Cluster, from: number): Promise<string> => {
  const log = await readFile(cluster.logFile).catch(() => Buffer.alloc(0));
  const lines = log.subarray(from).toString('utf8').split('\n');
  const complaint = lines.findLast((line) => /(FATAL|PANIC):/.test(line)) ?? lines.at(-2) ?? '';
  return complaint.replace(/^.*(FATAL|PANIC):\s*/, '');
};

/** Watches the process, which may be a child or an adopted one, and starts it again on its port. */
const keepRunning = (
  cluster: Cluster,
  settings: ServerSettings,
  first: Running,
): Pick<EmbeddedServer, 'pid' | 'stop' | 'letGo'> => {
  let { pid } = first;
  let stopping = false;
  let restarting: Promise<void> | undefined;
  const look = setInterval(() => {
    if (stopping || restarting || isAlive(pid)) return;
    restarting = spawnServer(cluster, settings, first.port)
      .then((server) => {
        pid = server.pid;
      })
      .catch(() => undefined)
      .finally(() => (restarting = undefined));
  }, 1_000);
  look.unref();
  return {
    pid: () => pid,
    letGo: () => clearInterval(look),
    stop: async () => {
      stopping = true;
      clearInterval(look);
      await restarting;
      await stopServer(pid, 'fast');
    },
  };
};
