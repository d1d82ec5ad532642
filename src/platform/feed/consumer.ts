import { run, type Database, type Tx } from '../database/index.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import { feedScope } from './sequencer.ts';

/**
 * Milliseconds in which a consumer lets events come together, unless told. Six of them follow the
 * feed, each step two transactions: at 100 ms they alone took a thirtieth of two processors, and
 * nobody sees a quarter of a second between a deed and what follows from it.
 */
const restOfConsumer = 250;

/** One place of the feed; the event itself is read from the record. */
export type FeedEntry = {
  readonly leafIndex: number;
  readonly streamId: string;
  readonly seq: number;
};

export type FeedConsumer = Loop & {
  readonly consumer: string;
  /**
   * Hands on one batch and remembers how far it came.
   * @returns how many entries
   */
  readonly step: () => Promise<number>;
};

/**
 * Follows the feed. Each entry is handed on at least once, in order: a batch comes again when
 * `handle` throws or the program ends before the place was remembered, so `handle` must be
 * harmless when it runs twice.
 * @param options.consumer under this name the place is remembered; never to be renamed
 * @param options.handle takes a batch, oldest first
 * @param options.batchSize 500 unless told
 * @param options.rest milliseconds in which events come together before a batch that is not full
 * @param options.onError told of each failure; the same batch is tried again after a pause
 */
export const consumeFeed = (options: {
  readonly db: Database;
  readonly consumer: string;
  readonly handle: (batch: readonly FeedEntry[]) => Promise<void>;
  readonly batchSize?: number;
  readonly rest?: number;
  readonly onError: (error: unknown) => void;
}): FeedConsumer => {
  const { db, consumer, batchSize = 500 } = options;

  const step = async (): Promise<number> => {
    const batch = await db.withActor(feedScope, 'read', async (tx) =>
      readFeed(tx, await findCursor(tx, consumer), batchSize),
    );
    const newest = batch.at(-1);
    if (newest === undefined) return 0;
    await options.handle(batch);
    await db.withActor(feedScope, 'write', (tx) => moveCursor(tx, consumer, newest.leafIndex));
    return batch.length;
  };

  const gather = { rest: options.rest ?? restOfConsumer, full: batchSize };
  return { consumer, step, ...createLoop({ step, gather, onError: options.onError }) };
};

/** The newest leaf that a consumer has taken; -1 before the first. */
const findCursor = async (tx: Tx, consumer: string): Promise<number> => {
  const [cursor] = await run<{ leaf_index: number }>(tx, {
    name: 'feed.find-cursor',
    text: 'SELECT leaf_index FROM feed_cursor WHERE consumer = $1',
    values: [consumer],
  });
  return cursor?.leaf_index ?? -1;
};

/**
 * Reads the feed behind a place.
 * @param tx a transaction of the reading role
 * @param after the newest leaf already known; -1 to begin
 */
export const readFeed = async (
  tx: Tx,
  after: number,
  limit: number,
): Promise<readonly FeedEntry[]> => {
  const rows = await run<{ leaf_index: number; stream_id: string; seq: number }>(tx, {
    name: 'feed.read',
    text: `SELECT leaf_index, stream_id, seq FROM log_leaf
            WHERE leaf_index > $1 ORDER BY leaf_index LIMIT $2`,
    values: [after, limit],
  });
  return rows.map((row) => ({ leafIndex: row.leaf_index, streamId: row.stream_id, seq: row.seq }));
};

/** Never backwards: of two processes with the same consumer the slower one changes nothing. */
const moveCursor = async (tx: Tx, consumer: string, leafIndex: number): Promise<void> => {
  await run(tx, {
    name: 'feed.move-cursor',
    text: `INSERT INTO feed_cursor (consumer, leaf_index) VALUES ($1, $2)
           ON CONFLICT (consumer) DO UPDATE
             SET leaf_index = greatest(feed_cursor.leaf_index, $2::bigint), moved_at = now()`,
    values: [consumer, leafIndex],
  });
};
