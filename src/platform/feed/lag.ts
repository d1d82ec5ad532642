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
  /** Moment of the oldest of them, epoch ms; null when nothing waits. */
  readonly since: number | null;
  /** When it last took something, epoch ms; null when it never did. */
  readonly movedAt: number | null;
};

/**
 * How far one consumer is behind the record: what waits for its place in the feed, and what waits
 * behind the consumer's own. By the primary keys: what waits is little.
 */
export const measureWaiting = async (db: Database, consumer: string): Promise<Waiting> => {
  const [row] = await db.withActor(feedScope, 'read', (tx) =>
    run<{ events: number; since: Date | null; movedAt: Date | null }>(tx, {
      name: 'feed.waiting',
      text: `SELECT count(*) AS events, min(e.at) AS since,
                    (SELECT moved_at FROM feed_cursor WHERE consumer = $1) AS "movedAt"
               FROM (SELECT stream_id, seq FROM unlogged
                     UNION ALL
                     SELECT stream_id, seq FROM log_leaf
                      WHERE leaf_index > (SELECT coalesce(max(leaf_index), -1) FROM feed_cursor
                                           WHERE consumer = $1)) w
               JOIN event e ON e.stream_id = w.stream_id AND e.seq = w.seq`,
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
