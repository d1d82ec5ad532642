import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { appendEvents, lockStream } from '../record/index.ts';
import { consumeFeed, createSequencer, measureFeedLag, registerFeedLag } from './index.ts';
import { feedScope } from './sequencer.ts';

const onError = (error: unknown): never => {
  throw error;
};
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const write = (streamId: string, count: number): Promise<unknown> =>
  database.db.withActor({ ...feedScope, streams: [streamId] }, 'write', async (tx) =>
    appendEvents(tx, {
      streamId,
      kind: 'test',
      head: await lockStream(tx, streamId),
      events: Array.from({ length: count }, (_, n) => ({
        type: 'Tested',
        typeVersion: 1,
        data: { n },
      })),
      stamp: {
        actor: 'system:test',
        unitId: null,
        calendarVersion: '1',
        rulesVersion: '1',
        commandId: randomUUID(),
      },
      at: tx.openedAt.getTime(),
      bodyHash: Buffer.alloc(32),
    }),
  );

type Leaf = { leaf_index: number; stream_id: string; seq: number };

const leaves = (): Promise<readonly Leaf[]> =>
  database.db.withActor(feedScope, 'read', (tx) =>
    tx.query<Leaf>({ name: 'test.leaves', text: 'SELECT * FROM log_leaf ORDER BY 1', values: [] }),
  );

describe('the feed', () => {
  const streams = Array.from({ length: 20 }, () => randomUUID());

  test('L-1 every event gets exactly one place, without gaps, in the order of its stream', async () => {
    const sequencer = createSequencer({ db: database.db, batchSize: 7, onError });
    const rival = createSequencer({ db: database.db, batchSize: 5, onError });
    await Promise.all([
      ...streams.flatMap((id) => [write(id, 3)]),
      ...Array.from({ length: 8 }, () => sequencer.step()),
      ...Array.from({ length: 8 }, () => rival.step()),
    ]);
    await Promise.all(streams.map((id) => write(id, 2)));
    while ((await sequencer.step()) > 0);

    const placed = await leaves();
    expect(placed.map((leaf) => leaf.leaf_index)).toEqual(placed.map((_, index) => index));
    for (const id of streams)
      expect(placed.filter((leaf) => leaf.stream_id === id).map((leaf) => leaf.seq)).toEqual([
        1, 2, 3, 4, 5,
      ]);
    expect(await measureFeedLag(database.db)).toEqual({ unplaced: 0, consumers: {} });
  });

  test('across streams the order follows time: what came after stands after', async () => {
    const [first, second] = [
      'ffffffff-0000-4000-8000-000000000001',
      '00000000-0000-4000-8000-000000000001',
    ];
    await write(first, 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await write(second, 1);
    await createSequencer({ db: database.db, onError }).step();
    expect((await leaves()).slice(-2).map((leaf) => leaf.stream_id)).toEqual([first, second]);
  });

  test('each consumer sees everything in order, and alone a failed batch again', async () => {
    const seen: number[] = [];
    const neighbour: number[] = [];
    let broken = true;
    const consumer = consumeFeed({
      db: database.db,
      batchSize: 30,
      onError,
      consumers: {
        'test.reader': async (batch) => {
          if (seen.length >= 30 && broken) {
            broken = false;
            throw new Error('stumbled');
          }
          seen.push(...batch.map((entry) => entry.leafIndex));
        },
        'test.neighbour': async (batch) => {
          neighbour.push(...batch.map((entry) => entry.leafIndex));
        },
      },
    });
    await consumer.step();
    await expect(consumer.step()).rejects.toThrow('stumbled');
    // Who stumbled waits for its turn; the neighbour goes on.
    expect((await measureFeedLag(database.db)).consumers).toEqual({
      'test.reader': 72,
      'test.neighbour': 42,
    });
    const all = (await leaves()).map((leaf) => leaf.leaf_index);
    await vi.waitFor(
      async () => {
        await consumer.step();
        expect(seen).toEqual(all);
      },
      { timeout: 5000, interval: 20 },
    );
    expect(neighbour).toEqual(all);
    expect((await measureFeedLag(database.db)).consumers).toEqual({
      'test.reader': 0,
      'test.neighbour': 0,
    });
  });

  test('the loops follow by themselves within moments, and the lag is a metric', async () => {
    const seen: string[] = [];
    const sequencer = createSequencer({ db: database.db, onError });
    const consumer = consumeFeed({
      db: database.db,
      onError,
      consumers: {
        'test.follower': async (batch) => {
          seen.push(...batch.map((entry) => entry.streamId));
          expect(batch.every(({ type }) => type === 'Tested')).toBe(true);
        },
      },
    });
    sequencer.start();
    consumer.start();
    const late = randomUUID();
    await write(late, 1);
    await vi.waitFor(() => expect(seen).toContain(late), { timeout: 2000, interval: 20 });
    await Promise.all([sequencer.stop(), consumer.stop()]);

    const registry = new Registry();
    registerFeedLag(registry, database.db);
    expect(await registry.metrics()).toContain('huiyin_feed_lag_events{stage="sequencer"} 0');
  });

  test('a burst of events is placed fast enough for 500 registrations a second', async () => {
    await Promise.all(Array.from({ length: 50 }, () => write(randomUUID(), 100)));
    const sequencer = createSequencer({ db: database.db, onError });
    const started = performance.now();
    while ((await sequencer.step()) > 0);
    const perSecond = 5000 / ((performance.now() - started) / 1000);
    expect(perSecond).toBeGreaterThan(2000);
  });
});
