import { lockFacts } from '../facts-store.ts';
import { countThird, findStaleThird } from '../thirds-store.ts';
import { factScope, type StatisticsDeps } from './deps.ts';

/**
 * Counts one third of a month that is behind.
 * @param seconds only what has been behind for so long: what is in motion is read from its facts
 * @returns how many thirds were counted: 1, or 0 when none was behind
 */
export const countStaleThird = (
  deps: Pick<StatisticsDeps, 'db'>,
  seconds: number,
): Promise<number> =>
  deps.db.withActor(factScope, 'write', async (tx) => {
    const stale = await findStaleThird(tx, seconds);
    if (stale === null) return 0;
    await lockFacts(tx);
    await countThird(tx, stale);
    return 1;
  });
