import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runMigrate } from '../../src/main/migrate.ts';
import { readConfig, type Config } from '../../src/platform/config/config.ts';
import { openDatabase, prepareDataDir } from '../../src/platform/database/index.ts';

let home: string;

const configOf = (directory: string): Config => {
  const read = readConfig({ DATA_DIR: directory, DATABASE_MEMORY: '64MB' });
  if (!read.ok) throw new Error(read.refusal[0]?.en);
  return read.value;
};

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'huiyin-dir-'));
  await chmod(home, 0o755);
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('X-1 a chosen directory that the database user cannot enter is one sentence', async () => {
  const closed = path.join(home, 'closed');
  await mkdir(closed, { mode: 0o700 });
  const prepared = await prepareDataDir(configOf(path.join(closed, 'data')));
  // Only root hands the database to another user.
  const expected = process.getuid?.() === 0 ? 'data-dir-unreachable' : 'ok';
  expect(prepared.ok ? 'ok' : prepared.refusal.code).toBe(expected);
});

test('X-1 a directory that cannot be made is one sentence', async () => {
  const prepared = await prepareDataDir(configOf('/proc/huiyin/data'));
  expect(prepared).toMatchObject({ ok: false, refusal: { code: 'data-dir-unwritable' } });
});

test('X-6 a tool works beside the running server and leaves it running', async () => {
  const config = configOf(path.join(home, 'data'));
  const prepared = await prepareDataDir(config);
  if (!prepared.ok) throw new Error(prepared.refusal.en);
  const server = await openDatabase(prepared.value, { as: 'server' });
  if (!server.ok) throw new Error(server.refusal.en);
  const tool = await openDatabase(prepared.value, { as: 'tool' });
  if (!tool.ok) throw new Error(tool.refusal.en);
  expect(tool.value.db.url).toBe(server.value.db.url);
  await tool.value.close();
  await server.value.db.checkClock();
  await server.value.close();
});

test('X-8 npm run migrate makes an embedded database and finds nothing to do the second time', async () => {
  const said: string[] = [];
  const env = { DATA_DIR: path.join(home, 'data'), DATABASE_MEMORY: '64MB' };
  expect(await runMigrate(env, (text) => said.push(text))).toBe(0);
  expect(said.join('')).toContain('+ 202611010000_roles');
  said.length = 0;
  expect(await runMigrate(env, (text) => said.push(text))).toBe(0);
  expect(said.join('')).toMatch(/0 applied/);
  expect(await runMigrate({ PORT: 'x' }, (text) => said.push(text))).toBe(1);
});
