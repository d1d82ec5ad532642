import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { runServer, type RunningServer } from '../../src/main/run-server.ts';
import { readPostmasterBook } from '../../src/platform/database/postmaster.ts';
import { isAlive, stopServer } from '../../src/platform/database/server-process.ts';

export type Settings = Readonly<Record<string, string>>;

/** A directory that the user who runs PostgreSQL can enter. */
export const newHome = async (): Promise<string> => {
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-house-'));
  await chmod(home, 0o755);
  return home;
};

/** Settings of a server of one test: its own directory, ports that nobody else has. */
export const settingsOf = (home: string, more: Settings = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  DATA_DIR: path.join(home, 'data'),
  DATABASE_MEMORY: '64MB',
  PORT: '0',
  METRICS_PORT: '0',
  REQUIRE_SECOND_FACTOR: 'no',
  LOG_LEVEL: 'error',
  // The throttle of one address is tested where it is made; here each caller may say who it is.
  TRUSTED_PROXY: '127.0.0.1',
  ...more,
});

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the program inside the test's own process; the worker is a process of its own. */
export const openHouse = async (settings: Settings): Promise<RunningServer> => {
  const said: string[] = [];
  const server = await runServer({ ...settings }, (text) => said.push(text));
  if (server === undefined) throw new Error(said.join(''));
  return server;
};

/** A server as a process, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it wrote about itself. */
  readonly said: () => string;
}

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

/** Starts the program as a process and waits until it listens. */
export const spawnHouse = async (settings: Settings): Promise<ServerProcess> => {
  const entry = path.join(import.meta.dirname, 'serve.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString('utf8')));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(`${line}\n`);
      if (line.startsWith('{"url"')) resolve((JSON.parse(line) as { url: string }).url);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.join('')}`)));
  });
  return { url, child, said: () => said.join('') };
};

export const databasePid = async (settings: Settings): Promise<number> =>
  (await readPostmasterBook(path.join(settings['DATA_DIR'] ?? '', 'postgres')))?.pid ?? 0;

/** Ends what a test left and removes its directory. */
export const removeHome = async (home: string, settings: Settings): Promise<void> => {
  const pid = await databasePid(settings);
  if (pid > 0 && isAlive(pid)) await stopServer(pid, 'immediate');
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
};
