import { setTimeout as wait } from 'node:timers/promises';
import Fastify from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { nobody } from '../database/index.ts';
import { announce, LiveHub, streamChanges, type Change } from './index.ts';

let database: TestDatabase;
let hub: LiveHub;
let other: LiveHub;
const faults: unknown[] = [];
const open = async () => {
  const made = new LiveHub({ url: database.appUrl, onError: (error) => faults.push(error) });
  await made.start();
  return made;
};

beforeAll(async () => {
  database = await createTestDatabase();
  hub = await open();
  other = await open();
});

afterAll(async () => {
  await hub.stop();
  await other.stop();
  await database.drop();
});

const tell = (change: Omit<Change, 'at'>, fail = false): Promise<void> =>
  database.db.withActor(nobody, 'write', async (tx) => {
    announce(tx, change);
    if (fail) throw new Error('changed its mind');
  });

/** The text of a stream, and how to leave it. */
async function listen(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ text: () => string; until: (part: string) => Promise<void>; leave: () => void }> {
  const gone = new AbortController();
  const answer = await fetch(url, { headers, signal: gone.signal });
  let text = '';
  const decoder = new TextDecoder();
  void (async () => {
    for await (const piece of answer.body ?? []) text += decoder.decode(piece as Uint8Array);
    text += '[end]';
  })().catch(() => undefined);
  const until = async (part: string): Promise<void> => {
    for (let tries = 0; !text.includes(part); tries += 1) {
      if (tries > 200) throw new Error(`${part} did not come: ${text}`);
      await wait(20);
    }
  };
  return { text: () => text, until, leave: () => gone.abort() };
}

/** A server with one stream. */
async function serve(options: {
  readonly isAllowed?: () => Promise<boolean>;
  readonly since?: () => Promise<readonly Omit<Change, 'topics'>[] | null>;
}) {
  const app = Fastify();
  app.get('/live', (request, reply) =>
    streamChanges(request, reply, {
      hub,
      topics: ['hall:one', 'calls:one'],
      isAllowed: options.isAllowed ?? (() => Promise.resolve(true)),
      since: options.since ?? (() => Promise.resolve([])),
      beat: 50,
    }),
  );
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${address}/live`, close: () => app.close() };
}

describe('R-3 live over server-sent events', () => {
  test('R-3 a change reaches the screens of every process, and only after its commit', async () => {
    const heard: string[] = [];
    const leaves = [hub, other].map((each, place) =>
      each.listen(
        ['hall:one'],
        (told) => heard.push(`${place} ${JSON.stringify(told)}`),
        () => {},
      ),
    );
    await tell({ topics: ['hall:one'], id: 'lost', version: 1 }, true).catch(() => undefined);
    await tell({ topics: ['hall:two'], id: 'elsewhere', version: 1 });
    await tell({ topics: ['hall:one', 'calls:one'], id: 'here', version: 2 });
    for (let tries = 0; heard.length < 2 && tries < 100; tries += 1) await wait(20);
    for (const leave of leaves) leave();
    expect(heard.toSorted().map((line) => line.slice(0, 60))).toEqual([
      expect.stringContaining('0 {"topics":["hall:one","calls:one"],"id":"here"'),
      expect.stringContaining('1 {"topics":["hall:one","calls:one"],"id":"here"'),
    ]);
  });

  test('R-3 only id and version travel, once each, and silence is filled with signs of life', async () => {
    const server = await serve({});
    const stream = await listen(server.url);
    await stream.until('retry');
    await tell({ topics: ['hall:one', 'calls:one'], id: 'a1', version: 7 });
    await stream.until('"a1"');
    await stream.until(': beat');
    const events = stream.text().match(/event: change\ndata: .*/g);
    expect(events).toEqual(['event: change\ndata: {"id":"a1","version":7}']);
    stream.leave();
    await server.close();
  });

  test('R-3 a screen that was away is told what it missed', async () => {
    const server = await serve({
      since: () => Promise.resolve([{ id: 'missed', version: 3, at: 1000 }]),
    });
    const fresh = await listen(server.url);
    const back = await listen(server.url, { 'last-event-id': '900' });
    await back.until('"missed"');
    await fresh.until(': beat');
    expect(fresh.text()).not.toContain('missed');
    fresh.leave();
    back.leave();
    await server.close();
  });

  test('R-3 a screen that was away too long asks for everything', async () => {
    const server = await serve({ since: () => Promise.resolve(null) });
    const back = await listen(server.url, { 'last-event-id': '900' });
    await back.until('event: reset');
    expect(back.text()).not.toContain('event: change');
    back.leave();
    await server.close();
  });

  test('R-3 a stream ends with the right to listen', async () => {
    let allowed = true;
    const server = await serve({ isAllowed: () => Promise.resolve(allowed) });
    const stream = await listen(server.url);
    await stream.until(': beat');
    allowed = false;
    await stream.until('event: ended');
    await stream.until('[end]');
    expect(stream.text()).toContain('event: ended');
    await server.close();
  });

  test('R-3 a broken connection is made anew, and everybody is told of the gap', async () => {
    const heard: unknown[] = [];
    const leave = hub.listen(
      ['hall:one'],
      (told) => heard.push(told),
      () => {},
    );
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'huiyin live' AND datname = current_database()`,
    );
    await owner.end();
    for (let tries = 0; !heard.includes('gap') && tries < 200; tries += 1) await wait(20);
    expect(faults.length).toBeGreaterThan(0);
    await tell({ topics: ['hall:one'], id: 'again', version: 1 });
    for (let tries = 0; heard.length < 2 && tries < 100; tries += 1) await wait(20);
    expect(heard).toEqual(['gap', expect.objectContaining({ id: 'again' })]);
    leave();
  });
});
