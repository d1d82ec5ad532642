import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { signIn } from '../../capabilities/identity-organisation/index.ts';
import { colourOf } from '../../kernel/clock-colours.ts';
import { seedCalendar } from '../../platform/calendar/index.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { buildHttp } from '../../platform/http/index.ts';
import { MasterKeys } from '../../platform/vault/index.ts';
import { composeCore, type Core } from '../core.ts';
import { createDemo, demoPassword, demoRoutes } from './index.ts';
import { planTales } from './plan.ts';

let database: TestDatabase;
let core: Core;
let directory: string;
const now = Date.now();
const progress: number[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(path.join(tmpdir(), 'huiyin-demo-'));
  await seedCalendar(database.db);
  core = await composeCore({
    db: database.db,
    keys: new MasterKeys(1, new Map([[1, Buffer.alloc(32, 5)]])),
    dataDir: directory,
    publicUrl: 'https://huiyin.example',
  });
  const onProgress = ({ done }: { done: number }) => progress.push(done);
  const made = await createDemo({ core, now, size: 60, onProgress });
  if (!made.ok) throw new Error(made.refusal.code);
});
afterAll(async () => {
  core.stop();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

const rows = <Row>(text: string): Promise<Row[]> =>
  withClient(database.ownerUrl, async (client) => (await client.query(text)).rows as Row[]);

const count = async (table: string): Promise<number> =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

test('P-10 the demo county shows every status', async () => {
  const found = await rows<{ status: string }>('SELECT DISTINCT status FROM petition');
  expect(found.map(({ status }) => status).toSorted()).toEqual([
    'adjudication',
    'concluded',
    'handed-over',
    'handling',
    'issued',
    'objected',
    'redirecting',
    'referred',
    'registered',
    'route',
  ]);
  expect(await count('petition')).toBeGreaterThanOrEqual(60);
});

test('P-9 the demo county shows every colour', async () => {
  const clocks = await rows<{ started_at: Date; due_at: Date }>(
    'SELECT started_at, due_at FROM petition_clock WHERE stopped_at IS NULL',
  );
  const colours = clocks.map((clock) =>
    colourOf(clock.started_at.getTime(), clock.due_at.getTime(), now),
  );
  expect([...new Set(colours)].toSorted()).toEqual(['blue', 'green', 'red', 'yellow']);
});

test('L-1 nothing in the demo county happens after now', async () => {
  const late = await rows(`SELECT type, at FROM event WHERE at > now()`);
  expect(late).toEqual([]);
  expect(progress.at(-1)).toBe(progress.length);
});

test('O-2 everybody of the demo county signs in by the one password alone', async () => {
  for (const userName of ['clerk', 'housing-head', 'accusations', 'leader']) {
    const proof = { userName, password: demoPassword };
    expect(await signIn(core.identity, proof, undefined)).toMatchObject({ ok: true });
  }
});

test('P-15 the demo county made again changes nothing', async () => {
  const before = await count('event');
  expect(await createDemo({ core, now: now + 1, size: 60 })).toMatchObject({ ok: true });
  expect(await count('event')).toBe(before);
});

test('P-15 an interrupted demo goes on with the same petitions', async () => {
  const before = [await count('petition'), await count('command')];
  await rows(`UPDATE setting SET value = value || '{"finished": false}' WHERE key = 'demo-county'`);
  expect(await createDemo({ core, now: now + 1, size: 60 })).toMatchObject({ ok: true });
  // Two settings are noted again; no petition hears of it.
  const after = [await count('petition'), await count('command')];
  expect(after).toEqual([before[0], (before[1] ?? 0) + 2]);
});

test('the same seed tells the same tales', () => {
  const calendar = core.petitions.calendar();
  const categoryOf = () => ({ first: '01', second: null, third: null });
  const plan = (seed: number) =>
    planTales({ seed, now, size: 60, calendar, categoryOf }).map(({ name, steps }) => [
      name,
      ...steps.map(({ at }) => at),
    ]);
  expect(plan(3)).toEqual(plan(3));
  expect(plan(3)).not.toEqual(plan(4));
});

test('the first page learns of the demo, and that others may not begin one', async () => {
  const app = await buildHttp({});
  await app.register(demoRoutes, { prefix: '/api/v1', core });
  const state = await app.inject({ method: 'GET', url: '/api/v1/setup/demo' });
  expect(state.json()).toMatchObject({ running: false, finished: true, password: demoPassword });
  await rows(`DELETE FROM setting WHERE key = 'demo-county'`);
  const refused = await app.inject({
    method: 'POST',
    url: '/api/v1/setup/demo',
    headers: { 'x-requested-with': 'huiyin', 'idempotency-key': crypto.randomUUID() },
  });
  expect(refused.json()).toMatchObject({ code: 'already-set-up' });
  await app.close();
});
