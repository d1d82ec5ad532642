import { Gauge, type Registry } from 'prom-client';
import { run, type Database } from '../database/index.ts';
import { feedScope } from './sequencer.ts';

/** How far the feed is behind the record, and each consumer behind the feed, in events. */
export type FeedLag = {
  readonly unplaced: number;
  readonly consumers: Readonly<Record<string, number>>;
};

/** Measures the lag now. Cheap: the waiting events are few, and the cursors a handful. */
export const measureFeedLag = async (db: Database): Promise<FeedLag> => {
  const rows = await db.withActor(feedScope, 'read', (tx) =>
    run<{ consumer: string | null; behind: number }>(tx, {
      name: 'feed.lag',
      text: `SELECT NULL AS consumer, count(*) AS behind FROM unlogged
             UNION ALL
             SELECT consumer, (SELECT coalesce(max(leaf_index), -1) FROM log_leaf) - leaf_index
               FROM feed_cursor`,
      values: [],
    }),
  );
  const consumers = rows.flatMap((row) =>
    row.consumer === null ? [] : [[row.consumer, row.behind] as const],
  );
  const unplaced = rows.find((row) => row.consumer === null)?.behind ?? 0;
  return { unplaced, consumers: Object.fromEntries(consumers) };
};

/** What a consumer has not taken yet. */
export type Waiting = {
  readonly events: number;
  /** Moment of the first of them in the feed, or of one before its place, epoch ms; null: none waits. */
  readonly since: number | null;
  /** When it last took something, epoch ms; null when it never did. */
  readonly movedAt: number | null;
};

/**
 * How far one consumer is behind the record: what waits for its place in the feed, and what waits
 * behind the consumer's own. By the ends of primary keys, however long the feed is: a range of
 * places that the planner cannot see would be joined with the whole record.
 */
export const measureWaiting = async (db: Database, consumer: string): Promise<Waiting> => {
  const [row] = await db.withActor(feedScope, 'read', (tx) =>
    run<{ events: number; since: Date | null; movedAt: Date | null }>(tx, {
      name: 'feed.waiting',
      text: `WITH cursor AS (
               SELECT coalesce(max(leaf_index), -1) AS leaf, max(moved_at) AS moved
                 FROM feed_cursor WHERE consumer = $1)
             SELECT (SELECT count(*) FROM unlogged)
                      + (SELECT coalesce(max(leaf_index), -1) FROM log_leaf)
                      - (SELECT leaf FROM cursor) AS events,
                    least((SELECT min(e.at) FROM unlogged u
                             JOIN event e ON e.stream_id = u.stream_id AND e.seq = u.seq),
                          (SELECT e.at FROM (SELECT stream_id, seq FROM log_leaf
                                              WHERE leaf_index > (SELECT leaf FROM cursor)
                                              ORDER BY leaf_index LIMIT 1) first
                             JOIN event e ON e.stream_id = first.stream_id
                                         AND e.seq = first.seq)) AS since,
                    (SELECT moved FROM cursor) AS "movedAt"`,
      values: [consumer],
    }),
  );
  return {
    events: row?.events ?? 0,
    since: row?.since?.getTime() ?? null,
    movedAt: row?.movedAt?.getTime() ?? null,
  };
};

/**
 * Shows the lag among the metrics: `huiyin_feed_lag_events` by stage, where the stage is
 * `sequencer` or the name of a consumer. Measured when the metrics are asked for.
 */
export const registerFeedLag = (registry: Registry, db: Database): void => {
  const gauge = new Gauge({
    name: 'huiyin_feed_lag_events',
    help: 'Events that wait for their place in the feed (stage sequencer) or for a consumer',
    labelNames: ['stage'],
    registers: [registry],
    collect: async () => {
      const lag = await measureFeedLag(db);
      gauge.set({ stage: 'sequencer' }, lag.unplaced);
      for (const [consumer, behind] of Object.entries(lag.consumers))
        gauge.set({ stage: consumer }, behind);
    },
  });
};
