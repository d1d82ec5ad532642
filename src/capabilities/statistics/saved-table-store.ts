import { run, type Tx } from '../../platform/database/index.ts';
import type { SavedTable } from './contract.ts';

/** A person's own tables, oldest first; by the primary key. */
export const findSavedTables = (tx: Tx, userId: string): Promise<readonly SavedTable[]> =>
  run<SavedTable>(tx, {
    name: 'statistics.saved-tables',
    text: `SELECT table_id AS id, name, query FROM saved_table
            WHERE user_id = $1 ORDER BY created_at, table_id`,
    values: [userId],
  });

/** @returns false when the person keeps `most` already */
export async function insertSavedTable(
  tx: Tx,
  userId: string,
  table: SavedTable,
  most: number,
): Promise<boolean> {
  const inserted = await run(tx, {
    name: 'statistics.save-table',
    text: `INSERT INTO saved_table (user_id, table_id, name, query, created_at)
           SELECT $1, $2, $3, $4::jsonb, $5
            WHERE (SELECT count(*) FROM saved_table WHERE user_id = $1) < $6
           RETURNING table_id`,
    values: [userId, table.id, table.name, JSON.stringify(table.query), tx.openedAt, most],
  });
  return inserted.length > 0;
}

/** @returns false when the person has no such table */
export async function deleteSavedTable(tx: Tx, userId: string, id: string): Promise<boolean> {
  const removed = await run(tx, {
    name: 'statistics.remove-table',
    text: 'DELETE FROM saved_table WHERE user_id = $1 AND table_id = $2 RETURNING table_id',
    values: [userId, id],
  });
  return removed.length > 0;
}
