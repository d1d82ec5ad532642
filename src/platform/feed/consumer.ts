import { run, type Database, type DatabaseScope, type Tx } from '../database/index.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import { loadEventsAt, loadTypesAt, type RecordedEvent } from '../record/index.ts';
import { feedScope } from './sequencer.ts';

/**
 * Milliseconds in which events come together, unless told: each step is two transactions, and nobody
 * sees a quarter of a second between a deed and what follows from it.
 */
const restOfConsumer = 250;

/** Milliseconds after which a handler that failed is asked again: growing, and never longer. */
const longestRest = 5000;

/** One place of the feed; the event itself is read from the record by whoever answers to its type. */
export type FeedEntry = {
  readonly leafIndex: number;
  readonly streamId: string;
  readonly seq: number;
  readonly type: string;
};

/** Takes a batch, oldest first; harmless when it runs twice with the same. */
export type FeedHandler = (batch: readonly FeedEntry[]) => Promise<void>;

export type FeedConsumer = Loop & {
  /**
   * Hands on one batch and remembers how far each consumer came.
   * @returns how many entries the longest batch had
   */
  readonly step: () => Promise<number>;
};

interface Failing {
  readonly failures: number;
  /** Epoch ms of this process's clock. */
  readonly until: number;
}

/**
 * Follows the feed. Each entry is handed to each consumer at least once, in order: a batch comes
 * again when the handler throws or the program ends before the place was remembered. All stand at
 * the same place as a rule, so that the feed is read once for all of them; one that fails waits for
 * its next turn alone, and the others go on.
 *
 * Each by itself, twelve of them read every batch about twenty-five times, mostly to find that nothing
 * in it was theirs: 0.5 ms of database and worker for every registration (npm run bench).
 * @param options.consumers handlers by the name under which the place is remembered; never to be
 *   renamed
 * @param options.batchSize 500 unless told
 * @param options.rest milliseconds in which events come together before a batch that is not full
 * @param options.onError told of each failure
 */
export const consumeFeed = (options: {
  readonly db: Database;
  readonly consumers: Readonly<Record<string, FeedHandler>>;
  readonly batchSize?: number;
  readonly rest?: number;
  readonly onError: (error: unknown) => void;
}): FeedConsumer => {
  const { db, batchSize = 500 } = options;
  const handlers = Object.entries(options.consumers);
  const failing = new Map<string, Failing>();

  /** Hands a batch to those who stand before it, at once; tells who took it. */
  const hand = async (batch: readonly FeedEntry[], names: readonly string[]) => {
    const errors: unknown[] = [];
    const taken: string[] = [];
    const take = async ([name, handle]: readonly [string, FeedHandler]): Promise<void> => {
      if (!names.includes(name)) return;
      try {
        await handle(batch);
        taken.push(name);
        failing.delete(name);
      } catch (error) {
        const failures = (failing.get(name)?.failures ?? 0) + 1;
        const pause = Math.min(longestRest, 100 * 2 ** failures);
        failing.set(name, { failures, until: Date.now() + pause });
        errors.push(error);
      }
    };
    await Promise.all(handlers.map(take));
    return { taken, errors };
  };

  const step = async (): Promise<number> => {
    const now = Date.now();
    const ready = handlers
      .map(([name]) => name)
      .filter((name) => (failing.get(name)?.until ?? 0) <= now);
    if (ready.length === 0) return 0;
    const waiting = await db.withActor(feedScope, 'read', (tx) =>
      readBatches(tx, ready, batchSize),
    );
    let longest = 0;
    const errors: unknown[] = [];
    for (const { batch, names } of waiting) {
      const newest = batch.at(-1);
      if (newest === undefined) continue;
      const handed = await hand(batch, names);
      errors.push(...handed.errors);
      if (handed.taken.length === 0) continue;
      longest = Math.max(longest, batch.length);
      await db.withActor(feedScope, 'write', (tx) =>
        moveCursors(tx, handed.taken, newest.leafIndex),
      );
    }
    for (const error of errors) options.onError(error);
    return longest;
  };

  const gather = { rest: options.rest ?? restOfConsumer, full: batchSize };
  return { step, ...createLoop({ step, gather, onError: options.onError }) };
};

/**
 * The events of a batch that somebody answers to; without a transaction where there is none, as is
 * the rule.
 * @param scope of the system that answers
 * @param types names of the events
 */
export async function eventsOfBatch(
  db: Database,
  scope: DatabaseScope,
  batch: readonly FeedEntry[],
  types: Iterable<string>,
): Promise<readonly RecordedEvent[]> {
  const asked = new Set(types);
  const wanted = batch.filter(({ type }) => asked.has(type));
  return wanted.length === 0 ? [] : db.withActor(scope, 'read', (tx) => loadEventsAt(tx, wanted));
}

interface Waiting {
  readonly names: readonly string[];
  readonly batch: readonly FeedEntry[];
}

/** What waits for each consumer, read once for all that stand at one place. */
const readBatches = async (
  tx: Tx,
  names: readonly string[],
  limit: number,
): Promise<readonly Waiting[]> => {
  const rows = await run<{ consumer: string; leaf_index: number }>(tx, {
    name: 'feed.find-cursors',
    text: 'SELECT consumer, leaf_index FROM feed_cursor WHERE consumer = ANY ($1::text[])',
    values: [names],
  });
  const cursors = new Map(rows.map((row) => [row.consumer, row.leaf_index]));
  // -1: before the first.
  const places = Map.groupBy(names, (name) => cursors.get(name) ?? -1);
  const waiting: Waiting[] = [];
  for (const [after, standing] of places) {
    waiting.push({ names: standing, batch: await readFeed(tx, after, limit) });
  }
  return waiting;
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
  const leaves = await run<{ leaf_index: number; stream_id: string; seq: number }>(tx, {
    name: 'feed.read',
    text: `SELECT leaf_index, stream_id, seq FROM log_leaf
            WHERE leaf_index > $1 ORDER BY leaf_index LIMIT $2`,
    values: [after, limit],
  });
  const places = leaves.map((leaf) => ({ streamId: leaf.stream_id, seq: leaf.seq }));
  const types = await loadTypesAt(tx, places);
  if (types.length !== leaves.length) throw new Error(`after leaf ${after}: a place without event`);
  return leaves.map((leaf, at) => ({
    leafIndex: leaf.leaf_index,
    streamId: leaf.stream_id,
    seq: leaf.seq,
    type: types[at] ?? '',
  }));
};

/** Never backwards: of two processes with the same consumer the slower one changes nothing. */
const moveCursors = async (
  tx: Tx,
  consumers: readonly string[],
  leafIndex: number,
): Promise<void> => {
  await run(tx, {
    name: 'feed.move-cursors',
    text: `INSERT INTO feed_cursor (consumer, leaf_index)
           SELECT name, $2 FROM unnest($1::text[]) AS name ORDER BY name
           ON CONFLICT (consumer) DO UPDATE
             SET leaf_index = greatest(feed_cursor.leaf_index, $2::bigint), moved_at = now()`,
    values: [consumers, leafIndex],
  });
};
