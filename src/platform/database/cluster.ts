import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { program, type Installation } from './binaries.ts';
import type { ClusterUser } from './cluster-user.ts';

/** What every step on a cluster needs to know. */
export type Cluster = {
  readonly installation: Installation;
  readonly user: ClusterUser;
  /** PGDATA */
  readonly directory: string;
  /** Where the server's own output goes; it must outlive us, so it is a file and not a pipe. */
  readonly logFile: string;
  /** Where its socket lies, beside the loopback port; undefined where sockets cannot be. */
  readonly socketDirectory: string | undefined;
};

export type ServerSettings = Readonly<Record<string, string>>;

/** Tuned on two cores; each may be overridden by the caller. */
export const productionSettings: ServerSettings = {
  shared_buffers: '512MB',
  max_connections: '100',
  synchronous_commit: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  // The build that npm brings knows pglz alone, which takes more processor time than it saves disk:
  // 1.8 ms for each registration without it, 2.4 ms with it (32 clients, npm run bench -- ceiling).
  wal_compression: 'off',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  // The server's log must not hold petitioners' text: neither statements nor DETAIL lines.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Creates the cluster beside its final place and renames it, so that an interrupted creation
 * never looks like a database.
 */
export const createCluster = async (cluster: Cluster, password: string): Promise<void> => {
  const stem = `${cluster.directory}.new-${randomBytes(6).toString('hex')}`;
  const passwordFile = `${stem}.pw`;
  try {
    await mkdir(stem, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (cluster.user.ids) {
      await chown(stem, cluster.user.ids.uid, cluster.user.ids.gid);
      await chown(passwordFile, cluster.user.ids.uid, cluster.user.ids.gid);
    }
    await runInitdb(cluster, stem, passwordFile);
    await rename(stem, cluster.directory);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(stem, { recursive: true, force: true });
  }
};

const runInitdb = (cluster: Cluster, directory: string, passwordFile: string): Promise<void> => {
  const child = spawn(
    program(cluster.installation, 'initdb'),
    [
      `--pgdata=${directory}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=zh-Hans-CN',
      '--no-instructions',
    ],
    { ...cluster.user.ids, cwd: '/', env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb ended with ${String(code)}: ${said}`)),
    );
  });
};

/** Only what PostgreSQL needs: our own environment holds secrets that it has no use for. */
const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TZ: 'Asia/Shanghai',
});

/** A running server process that we started. */
export type ServerProcess = {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process has ended. */
  readonly ended: Promise<void>;
};

/**
 * Starts PostgreSQL on a free loopback port. The process is detached: a Ctrl-C reaches us alone,
 * and we stop the database last.
 * @param wantedPort the port of an earlier start, where connections still look for it
 */
export const spawnServer = async (
  cluster: Cluster,
  settings: ServerSettings,
  wantedPort?: number,
): Promise<ServerProcess> => {
  const port = wantedPort ?? (await findFreePort());
  const log = await open(cluster.logFile, 'a', 0o600);
  try {
    const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
    const child = spawn(
      program(cluster.installation, 'postgres'),
      [
        '-D',
        cluster.directory,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-c',
        `unix_socket_directories=${cluster.socketDirectory ?? ''}`,
        ...options,
      ],
      {
        ...cluster.user.ids,
        cwd: '/',
        env: serverEnvironment(),
        stdio: ['ignore', log.fd, log.fd],
        detached: true,
      },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return { pid: child.pid ?? 0, port, ended };
  } finally {
    await log.close();
  }
};

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
