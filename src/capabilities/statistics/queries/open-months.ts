import type { StatisticsDeps } from '../commands/deps.ts';
import type { OpenMonth } from '../contract.ts';
import { findOpenMonths } from '../open-month-store.ts';

/**
 * What anybody may read of a place (W-3): published months, the newest first.
 * @param place code of a region
 * @param most how many of them
 */
export const readOpenMonths = (
  { db }: Pick<StatisticsDeps, 'db'>,
  place: string,
  most: number,
): Promise<readonly OpenMonth[]> =>
  db.withActor({ actor: 'public', units: [], roles: [] }, 'statistics', (tx) =>
    findOpenMonths(tx, place, most),
  );
