import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findInstallation, makeRunnable } from '../../src/platform/database/binaries.ts';
import {
  ensureDatabase,
  localUrl,
  onDatabase,
  setAppPassword,
  withClient,
} from '../../src/platform/database/cluster-database.ts';
import { chooseClusterUser } from '../../src/platform/database/cluster-user.ts';
import {
  createCluster,
  productionSettings,
  spawnServer,
  type Cluster,
} from '../../src/platform/database/cluster.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import {
  isAlive,
  stopServer,
  waitUntilServing,
} from '../../src/platform/database/server-process.ts';

/** Where the tests of one run find their server. */
export type TestPostgres = {
  /** A superuser login on the maintenance database. */
  readonly adminUrl: string;
  readonly appPassword: string;
  readonly template: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

const prefix = 'huiyin-test-';

/** Starts one PostgreSQL for the whole run and migrates the template that every test clones. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { adminUrl: given, stop: async () => undefined } : await startServer();
  const appPassword = randomBytes(12).toString('hex');
  const template = `huiyin_template_${randomBytes(4).toString('hex')}`;
  await withClient(server.adminUrl, (client) => ensureDatabase(client, template));
  const migrated = await migrate(onDatabase(server.adminUrl, template));
  if (!migrated.ok) {
    await server.stop();
    throw new Error(migrated.refusal.en);
  }
  await withClient(server.adminUrl, (client) => setAppPassword(client, appPassword));
  project.provide('testPostgres', { adminUrl: server.adminUrl, appPassword, template });
  return async () => {
    if (given) await withClient(given, (client) => client.query(`DROP DATABASE ${template}`));
    await server.stop();
  };
};

const startServer = async (): Promise<{ adminUrl: string; stop: () => Promise<void> }> => {
  await sweepAbandoned();
  const installation = await findInstallation();
  const user = await chooseClusterUser();
  if (!installation || !user) throw new Error('no embedded PostgreSQL here; set TEST_DATABASE_URL');
  await makeRunnable(installation);
  const home = await mkdtemp(path.join(tmpdir(), prefix));
  await chmod(home, 0o755);
  await writeFile(path.join(home, 'owner.pid'), String(process.pid));
  const cluster: Cluster = {
    installation,
    user,
    directory: path.join(home, 'postgres'),
    logFile: path.join(home, 'postgres.log'),
    socketDirectory: undefined,
  };
  const password = randomBytes(12).toString('hex');
  await createCluster(cluster, password);
  const server = await spawnServer(cluster, {
    ...productionSettings,
    shared_buffers: '128MB',
    max_connections: '200',
    // A test database lives for seconds: nothing of it has to survive.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    // Here, unlike in the office, the statement that failed is what one wants to see.
    log_min_error_statement: 'error',
    log_error_verbosity: 'default',
  });
  const adminUrl = localUrl({
    port: server.port,
    login: 'postgres',
    password,
    database: 'postgres',
  });
  if (!(await waitUntilServing(adminUrl, () => !isAlive(server.pid))))
    throw new Error(await readFile(cluster.logFile, 'utf8'));
  return {
    adminUrl,
    stop: async () => {
      await stopServer(server.pid, 'immediate');
      await rm(home, { recursive: true, force: true });
    },
  };
};

/** Stops and removes servers whose test run was killed before it could do so itself. */
const sweepAbandoned = async (): Promise<void> => {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const home = path.join(tmpdir(), name);
    const owner = Number(await readFile(path.join(home, 'owner.pid'), 'utf8').catch(() => ''));
    if (!owner || isAlive(owner)) continue;
    const book = await readFile(path.join(home, 'postgres', 'postmaster.pid'), 'utf8').catch(
      () => '',
    );
    const [pid, directory] = book.split('\n');
    if (pid && directory === path.join(home, 'postgres')) {
      const comm = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
      if (comm.trim() === 'postgres') await stopServer(Number(pid), 'immediate');
    }
    await rm(home, { recursive: true, force: true });
  }
};
