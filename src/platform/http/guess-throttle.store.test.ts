import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { withClient } from '../database/cluster-database.ts';
import { guessBook, sweepGuesses } from './guess-store.ts';
import { GuessThrottle, type ThrottleOptions } from './guess-throttle.ts';

let now = Date.parse('2026-11-02T09:00:00+08:00');
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ clock: () => new Date(now) });
});
afterAll(() => test.drop());

const rows = () =>
  withClient(
    test.ownerUrl,
    async (client) =>
      (await client.query<{ row: string }>('SELECT g::text AS row FROM guess g')).rows,
  );
afterEach(() => withClient(test.ownerUrl, (client) => client.query('TRUNCATE guess')));

const door = (options: Partial<ThrottleOptions> = {}): GuessThrottle =>
  new GuessThrottle(
    guessBook(test.db, (key) => createHmac('sha256', 'test').update(key).digest()),
    options,
  );
const fail = async (throttle: GuessThrottle, source: string, number: string): Promise<void> =>
  (await throttle.begin(source, number)).failed();
const waitOf = async (throttle: GuessThrottle, source: string, number: string): Promise<number> =>
  (await throttle.begin(source, number)).wait;

describe('P-3 guesses of look-up codes are slowed down without a lock-out', () => {
  it('waits twice as long after each further failure, up to the longest', async () => {
    const throttle = door({ free: 3, longest: 60 });
    const waits = [];
    for (let index = 0; index < 12; index += 1) {
      await fail(throttle, 'here', 'n');
      waits.push(await waitOf(throttle, 'here', 'n'));
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]);
    now += 60_000;
    expect(await waitOf(throttle, 'here', 'n')).toBe(0);
    // An hour later all of it is forgotten, and the sweep leaves nothing.
    now += 3_600_000;
    await fail(throttle, 'here', 'n');
    expect(await waitOf(throttle, 'here', 'n')).toBe(0);
    now += 3_600_001;
    await sweepGuesses(test.db);
    expect(await rows()).toEqual([]);
  });

  it('counts for every door and process together', async () => {
    const [portal, api] = [door({ free: 4 }), door({ free: 4 })];
    await Promise.all([fail(portal, 'one', 'a'), fail(api, 'one', 'a')]);
    await Promise.all([fail(portal, 'one', 'b'), fail(api, 'one', 'a')]);
    expect(await waitOf(portal, 'one', 'c')).toBeGreaterThan(0);
    expect(await waitOf(api, 'one', 'c')).toBeGreaterThan(0);
  });

  it('slows a source down across numbers, and a number across sources that failed at it', async () => {
    const throttle = door({ free: 2 });
    await fail(throttle, 'one', 'a');
    await fail(throttle, 'one', 'b');
    expect(await waitOf(throttle, 'one', 'c')).toBeGreaterThan(0);
    await fail(throttle, 'two', 'a');
    expect(await waitOf(throttle, 'two', 'a')).toBeGreaterThan(0);
  });

  it('lets a petitioner in whose number others guess at', async () => {
    const throttle = door();
    for (let index = 0; index < 40; index += 1) await fail(throttle, `bot ${index % 7}`, 'n');
    expect(await waitOf(throttle, 'petitioner', 'n')).toBe(0);
  });

  it('forgives whoever finds the right code, and writes nothing for who never failed', async () => {
    const throttle = door({ free: 2 });
    for (let index = 0; index < 5; index += 1) await fail(throttle, 'home', 'n');
    await (await throttle.begin('home', 'n')).succeeded();
    expect(await waitOf(throttle, 'home', 'n')).toBe(0);
    const before = await rows();
    await (await throttle.begin('somebody', 'else')).succeeded();
    expect(await rows()).toEqual(before);
  });

  it('L-3 keeps no address and no number in clear', async () => {
    await fail(door(), '203.0.113.77', '2026000000011');
    expect(await rows()).toHaveLength(3);
    expect(JSON.stringify(await rows())).not.toMatch(/203\.0|2026000000011/);
  });
});
