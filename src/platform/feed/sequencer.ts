import { run, type Database, type Tx } from '../database/index.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';

/** Lock of the one sequencer in the advisory lock space of the database. */
const sequencerLock = '720140501002';

/**
 * Milliseconds in which events come together. Without it 800 whole lives took 1,141 batches of ten
 * events, three transactions each.
 */
const restBetweenBatches = 100;

/** Reads every stream and writes none of them. */
export const feedScope = { actor: 'system:feed', units: [], roles: ['system'] };

type Place = { readonly stream_id: string; readonly seq: number };
type Waiting = Place & { readonly at: Date };

/** Where a sweep through the waiting events begins. */
const beginning: Place = { stream_id: '00000000-0000-0000-0000-000000000000', seq: 0 };

export type Sequencer = Loop & {
  /**
   * Places one batch of waiting events.
   * @returns how many; 0 when none waited or another process is the sequencer now
   */
  readonly step: () => Promise<number>;
};

/**
 * Gives every event its place in the one global order. Within a stream the order is that of the
 * record; across streams it follows the time of the events within a batch.
 * @param options.db the database
 * @param options.batchSize events placed in one transaction; 1000 unless told
 * @param options.onError told of failures; the sequencer goes on by itself
 */
export const createSequencer = (options: {
  readonly db: Database;
  readonly batchSize?: number;
  readonly onError: (error: unknown) => void;
}): Sequencer => {
  const limit = options.batchSize ?? 1000;
  // Batches sweep through the streams in turn, so that none waits behind those with lower ids.
  let last = beginning;

  const placeBatch = async (tx: Tx): Promise<{ count: number; last: Place }> => {
    const [lock] = await run<{ mine: boolean }>(tx, {
      name: 'feed.lock',
      text: 'SELECT pg_try_advisory_xact_lock($1) AS mine',
      values: [sequencerLock],
    });
    if (lock?.mine !== true) return { count: 0, last };
    let waiting = await findWaiting(tx, last, limit);
    if (waiting.length === 0 && last !== beginning)
      waiting = await findWaiting(tx, beginning, limit);
    if (waiting.length === 0) return { count: 0, last: beginning };
    await place(tx, waiting);
    const end = waiting.length < limit ? beginning : waiting.at(-1);
    return { count: waiting.length, last: end ?? beginning };
  };

  const step = async (): Promise<number> => {
    const placed = await options.db.withActor(feedScope, 'write', placeBatch);
    last = placed.last;
    return placed.count;
  };

  const gather = { rest: restBetweenBatches, full: limit };
  return { step, ...createLoop({ step, gather, onError: options.onError }) };
};

const findWaiting = (tx: Tx, after: Place, limit: number): Promise<readonly Waiting[]> =>
  run<Waiting>(tx, {
    name: 'feed.find-waiting',
    text: `SELECT u.stream_id, u.seq, e.at
             FROM unlogged u JOIN event e ON e.stream_id = u.stream_id AND e.seq = u.seq
            WHERE (u.stream_id, u.seq) > ($1::uuid, $2::int)
            ORDER BY u.stream_id, u.seq LIMIT $3`,
    values: [after.stream_id, after.seq, limit],
  });

/** Three plain statements, which Citus can send to wherever the rows are. */
const place = async (tx: Tx, waiting: readonly Waiting[]): Promise<void> => {
  const ordered = [...waiting].sort(
    (one, other) =>
      one.at.getTime() - other.at.getTime() ||
      (one.stream_id === other.stream_id
        ? one.seq - other.seq
        : one.stream_id < other.stream_id
          ? -1
          : 1),
  );
  const [newest] = await run<{ next: number }>(tx, {
    name: 'feed.next-leaf',
    text: 'SELECT coalesce(max(leaf_index) + 1, 0) AS next FROM log_leaf',
    values: [],
  });
  const values = [ordered.map((event) => event.stream_id), ordered.map((event) => event.seq)];
  await run(tx, {
    name: 'feed.place',
    text: `INSERT INTO log_leaf (leaf_index, stream_id, seq)
           SELECT $3::bigint + n.place - 1, n.stream_id, n.seq
             FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS n(stream_id, seq, place)`,
    values: [...values, newest?.next ?? 0],
  });
  await run(tx, {
    name: 'feed.placed',
    text: `DELETE FROM unlogged u USING unnest($1::uuid[], $2::int[]) AS n(stream_id, seq)
            WHERE u.stream_id = n.stream_id AND u.seq = n.seq`,
    values,
  });
};
