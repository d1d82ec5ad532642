import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDistribute } from '../../src/main/distribute.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { localUrl, withClient } from '../../src/platform/database/cluster-database.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded.ts';
import { nobody, openDatabase } from '../../src/platform/database/index.ts';

/** A server as an operator runs one: its owner login is no superuser. */
let home: string;
let server: EmbeddedServer;
let env: { DATA_DIR: string; DATABASE_URL: string; DATABASE_OWNER_URL: string };

const at = (login: string, password: string): string =>
  localUrl({ port: server.port, login, password, database: 'office' });

const open = async (settings: Record<string, string>) => {
  const read = readConfig(settings);
  if (!read.ok) throw new Error(read.refusal[0]?.en);
  return openDatabase(read.value, { as: 'tool' });
};

const codeOf = async (settings: Record<string, string>): Promise<string> => {
  const opened = await open(settings);
  if (!opened.ok) return opened.refusal.code;
  await opened.value.close();
  return 'open';
};

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'huiyin-own-'));
  await chmod(home, 0o755);
  const started = await startEmbedded(home, { shared_buffers: '32MB', fsync: 'off' });
  if (!started.ok) throw new Error(started.refusal.en);
  server = started.value;
  await withClient(server.adminUrl, async (client) => {
    await client.query(`CREATE ROLE operator LOGIN CREATEROLE PASSWORD 'op'`);
    await client.query('CREATE DATABASE office OWNER operator');
  });
  env = {
    DATA_DIR: home,
    DATABASE_URL: at('huiyin_app', 'app secret/1'),
    DATABASE_OWNER_URL: at('operator', 'op'),
  };
});

afterAll(async () => {
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

test('X-8 without an owner login an empty database is refused, with one it is made ready', async () => {
  // As an administrator might prepare it: the login is there, the schema is not.
  await withClient(server.adminUrl, (client) =>
    client.query(`CREATE ROLE watcher LOGIN PASSWORD 'w'`),
  );
  const { DATA_DIR } = env;
  expect(await codeOf({ DATA_DIR, DATABASE_URL: at('watcher', 'w') })).toBe('migration-missing');
  const opened = await open(env);
  if (!opened.ok) throw new Error(opened.refusal.en);
  const { db, applied, close } = opened.value;
  expect(applied.length).toBeGreaterThan(0);
  const who = await db.withActor(nobody, 'write', (tx) =>
    sql<{ who: string }>`SELECT current_user AS who`.execute(tx),
  );
  expect(who.rows).toEqual([{ who: 'huiyin_write' }]);
  await close();
  expect(await codeOf({ DATA_DIR, DATABASE_URL: env.DATABASE_URL })).toBe('open');
});

test('X-3 a login that could pass the second fence is refused, and so is one without the roles', async () => {
  const { DATA_DIR } = env;
  const admin = at('postgres', server.credentials.admin);
  expect(await codeOf({ DATA_DIR, DATABASE_URL: admin })).toBe('login-too-powerful');
  await withClient(admin, (client) => client.query('GRANT CONNECT ON DATABASE office TO watcher'));
  expect(await codeOf({ DATA_DIR, DATABASE_URL: at('watcher', 'w') })).toBe('login-without-roles');
  await withClient(admin, (client) =>
    client.query('GRANT USAGE ON SCHEMA public TO watcher; GRANT SELECT ON migration TO watcher'),
  );
  expect(await codeOf({ DATA_DIR, DATABASE_URL: at('watcher', 'w') })).toBe('login-without-roles');
});

test('X-1 a database that cannot be reached is one sentence without a password', async () => {
  const wrong = at('operator', 'hunter2');
  const opened = await open({ ...env, DATABASE_OWNER_URL: wrong });
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'database-unreachable' } });
  expect(JSON.stringify(opened)).not.toContain('hunter2');
  const nowhere = 'postgresql://huiyin_app:x@127.0.0.1:1/office';
  expect(await codeOf({ DATA_DIR: home, DATABASE_URL: nowhere })).toBe('database-unreachable');
});

test('Citus: npm run distribute says why it cannot', async () => {
  const said: string[] = [];
  const write = (text: string): number => said.push(text);
  expect(await runDistribute({ DATA_DIR: home }, write)).toBe(1);
  expect(said.join('')).toContain('DATABASE_OWNER_URL');
  expect(await runDistribute(env, write)).toBe(1);
  expect(said.join('')).toContain('CREATE EXTENSION citus');
});

test('L-3 the log of PostgreSQL repeats no value of a failed statement', async () => {
  const attempt = withClient(at('operator', 'op'), async (client) => {
    await client.query('CREATE TEMP TABLE t (name text PRIMARY KEY)');
    await client.query(`INSERT INTO t VALUES ('王小明')`);
    await client.query(`INSERT INTO t VALUES ('王小明')`);
  });
  await expect(attempt).rejects.toThrow('duplicate key');
  const log = await readFile(path.join(home, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('王小明');
});
