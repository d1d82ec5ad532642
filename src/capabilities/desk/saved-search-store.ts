import { run, type Tx } from '../../platform/database/index.ts';
import type { WrappedTable } from '../../platform/vault/index.ts';

/** Each saved search has a key of its own, which a new master key wraps again. */
export const savedSearchKeys: WrappedTable = {
  table: 'saved_search',
  key: ['user_id', 'search_id'],
};

/** A saved search as it lies in the table: what it looks for is sealed. */
export interface SavedRow {
  readonly search_id: string;
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

/** Oldest first; by the primary key. */
export const findSaved = (tx: Tx, userId: string): Promise<readonly SavedRow[]> =>
  run<SavedRow>(tx, {
    name: 'desk.saved-searches',
    text: `SELECT search_id, key_version, wrapped, sealed FROM saved_search
            WHERE user_id = $1 ORDER BY created_at, search_id`,
    values: [userId],
  });

/** @returns false when the person keeps `most` already */
export async function insertSaved(
  tx: Tx,
  userId: string,
  row: SavedRow,
  most: number,
): Promise<boolean> {
  const inserted = await run(tx, {
    name: 'desk.save-search',
    text: `INSERT INTO saved_search (user_id, search_id, key_version, wrapped, sealed, created_at)
           SELECT $1, $2, $3, $4, $5, $6
            WHERE (SELECT count(*) FROM saved_search WHERE user_id = $1) < $7
           RETURNING search_id`,
    values: [userId, row.search_id, row.key_version, row.wrapped, row.sealed, tx.openedAt, most],
  });
  return inserted.length > 0;
}

/** @returns false when the person has no such search */
export async function deleteSaved(tx: Tx, userId: string, searchId: string): Promise<boolean> {
  const removed = await run(tx, {
    name: 'desk.remove-search',
    text: `DELETE FROM saved_search WHERE user_id = $1 AND search_id = $2 RETURNING search_id`,
    values: [userId, searchId],
  });
  return removed.length > 0;
}
