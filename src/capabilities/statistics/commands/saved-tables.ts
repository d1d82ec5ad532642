import type { StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, type Database } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import type { SavedTable } from '../contract.ts';
import { deleteSavedTable, findSavedTables, insertSavedTable } from '../saved-table-store.ts';

interface SavedDeps {
  readonly db: Database;
}

/** As many as one person can keep; a menu of more is no menu. */
const most = 50;

/** A person's own tables, oldest first (T-3). */
export const listSavedTables = (
  deps: SavedDeps,
  actor: StaffActor,
): Promise<readonly SavedTable[]> =>
  deps.db.withActor(scopeOf(actor), 'read', (tx) => findSavedTables(tx, actor.userId));

/**
 * Keeps a table: what it asks, not its figures.
 * @returns the table with its id; refusal `saved-table-limit` when the person keeps 50 already
 */
export async function saveTable(
  deps: SavedDeps,
  actor: StaffActor,
  table: Omit<SavedTable, 'id'>,
): Promise<Result<SavedTable, Refusal>> {
  const saved = { ...table, id: newId() };
  const kept = await deps.db.withActor(scopeOf(actor), 'write', (tx) =>
    insertSavedTable(tx, actor.userId, saved, most),
  );
  return kept ? ok(saved) : refuse('saved-table-limit', { limit: most });
}

/** Forgets a table; one that is not the person's own is not there. */
export async function removeSavedTable(
  deps: SavedDeps,
  actor: StaffActor,
  id: string,
): Promise<Result<undefined, Refusal>> {
  const removed = await deps.db.withActor(scopeOf(actor), 'write', (tx) =>
    deleteSavedTable(tx, actor.userId, id),
  );
  return removed ? ok(undefined) : refuse('not-found');
}
