import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../src/platform/database/cluster-database.ts';
import { rebuildPetitions } from '../../src/capabilities/petitions/index.ts';
import { Caller } from './caller.ts';
import { setUpCounty, someMatter } from './county.ts';
import {
  databasePid,
  ended,
  newHome,
  openHouse,
  removeHome,
  settingsOf,
  spawnHouse,
  type ServerProcess,
} from './house.ts';

const rounds = 10;
const clients = 32;

let home: string;
let settings: Record<string, string>;
let server: ServerProcess | undefined;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
});
afterAll(async () => {
  server?.child.kill('SIGKILL');
  if (server !== undefined) await ended(server.child);
  await removeHome(home, settings);
});

interface Acknowledged {
  readonly key: string;
  readonly number: string;
  readonly lookupCode: string;
}

const register = async (caller: Caller, key: string): Promise<Acknowledged | undefined> => {
  const asked = { key, body: someMatter({ title: `路灯不亮 ${key.slice(0, 8)}` }) };
  // A connection that breaks off is no answer, and no answer is no promise.
  const answer = await caller.ask('POST', '/petitions', asked).catch(() => undefined);
  if (answer?.status !== 201) return undefined;
  const { number, lookupCode } = answer.body;
  return { key, number: String(number), lookupCode: String(lookupCode) };
};

const stopper = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};

/** Clients that register one petition after the other until nobody answers any more. */
async function registerUntilKilled(base: string) {
  const caller = new Caller(base);
  const acknowledged: Acknowledged[] = [];
  const unanswered: string[] = [];
  const { signal, abort } = stopper();
  const client = async (): Promise<void> => {
    while (!signal.aborted) {
      const key = randomUUID();
      const done = await register(caller, key);
      if (done === undefined) unanswered.push(key);
      else acknowledged.push(done);
      if (done === undefined) await wait(20);
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  return {
    acknowledged,
    unanswered,
    stop: async () => {
      abort();
      await all;
    },
  };
}

const opens = async (caller: Caller, { number, lookupCode }: Acknowledged): Promise<boolean> => {
  const headers = { 'x-lookup-code': lookupCode };
  const answer = await caller.ask('GET', `/public/petitions/${number}`, { headers });
  return answer.status === 200;
};

/** All, but never more than eight at once. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

test('X-6 kill -9 of server and database at 32 clients, ten rounds: no acknowledged petition lost', async () => {
  server = await spawnHouse(settings);
  await setUpCounty(server.url);
  const numbers = new Map<string, string>();
  const known: Acknowledged[] = [];
  let resent = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const run = await registerUntilKilled(server.url);
    await expect.poll(() => run.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20);
    await wait(randomInt(500));
    const pid = await databasePid(settings);
    // The order of the two deaths differs from round to round.
    if (round % 2 === 0) process.kill(pid, 'SIGKILL');
    server.child.kill('SIGKILL');
    if (round % 2 === 1) process.kill(pid, 'SIGKILL');
    await ended(server.child);
    await run.stop();
    server = await spawnHouse(settings);
    const caller = new Caller(server.url);
    await each(run.acknowledged, async (one) => {
      expect([round, one.number, await opens(caller, one)]).toEqual([round, one.number, true]);
      expect(numbers.has(one.number)).toBe(false);
      numbers.set(one.number, one.key);
    });
    // What nobody acknowledged is sent again: twice, and it is one petition.
    await each(run.unanswered.slice(0, clients), async (key) => {
      const again = await register(caller, key);
      const third = await register(caller, key);
      expect(again).toBeDefined();
      expect(third).toEqual(again);
      if (again === undefined) return;
      expect(await opens(caller, again)).toBe(true);
      expect(numbers.has(again.number)).toBe(false);
      numbers.set(again.number, key);
      resent += 1;
    });
    known.push(...run.acknowledged);
  }
  // An acknowledged one sent again is itself, also after every death.
  await each(
    known.filter((_, at) => at % 10 === 0),
    async (one) => {
      expect(await register(new Caller(server?.url ?? ''), one.key)).toEqual(one);
    },
  );
  expect(known.length).toBeGreaterThan(rounds * 20);
  expect(resent).toBeGreaterThan(rounds);

  server.child.kill('SIGTERM');
  await ended(server.child);
  const house = await openHouse(settings);
  try {
    expect(await rebuildPetitions(house.core.petitions, 'check', () => undefined)).toEqual([]);
    const rows = await withClient(house.core.db.ownerUrl ?? '', (client) =>
      client.query<{ petitions: number; numbers: number; streams: number }>(
        `SELECT (SELECT count(*)::int FROM petition) AS petitions,
                (SELECT count(DISTINCT number)::int FROM petition) AS numbers,
                (SELECT count(DISTINCT stream_id)::int FROM petition_number) AS streams`,
      ),
    );
    const [row] = rows.rows;
    expect(row?.numbers).toBe(row?.petitions);
    expect(row?.streams).toBe(row?.petitions);
    expect(row?.petitions).toBeGreaterThanOrEqual(numbers.size);
  } finally {
    await house.close();
  }
});
