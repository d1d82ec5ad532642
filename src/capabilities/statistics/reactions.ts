import type { FeedEntry } from '../../platform/feed/index.ts';
import { factScope, type StatisticsDeps } from './commands/deps.ts';
import { refoldStreams } from './commands/fold.ts';

/**
 * Keeps the facts behind the record: every stream that something happened to is folded again. A batch
 * that comes twice changes nothing.
 * @returns the handler of a feed consumer
 */
export const statisticsReactions =
  (deps: StatisticsDeps) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const streams = [...new Set(batch.map(({ streamId }) => streamId))];
    await deps.db.withActor(factScope, 'write', (tx) => refoldStreams(tx, deps, streams));
  };
