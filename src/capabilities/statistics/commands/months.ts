import type { StatisticsDeps } from './deps.ts';
import { factScope } from './deps.ts';
import { lockFacts } from '../facts-store.ts';
import { countMonth, findStaleMonth } from '../months-store.ts';

/**
 * Counts one month that is behind.
 * @param seconds only what has been behind for so long: a month in motion is read from its facts
 * @returns how many months were counted: 1, or 0 when none was behind
 */
export const countStaleMonth = (
  deps: Pick<StatisticsDeps, 'db'>,
  seconds: number,
): Promise<number> =>
  deps.db.withActor(factScope, 'write', async (tx) => {
    const stale = await findStaleMonth(tx, seconds);
    if (stale === null) return 0;
    await lockFacts(tx);
    await countMonth(tx, stale);
    return 1;
  });
