import type { StaffActor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { run, type Database } from '../../platform/database/index.ts';
import { newId, type Vault } from '../../platform/vault/index.ts';
import { scopeOf } from '../petitions/index.ts';
import type { NewSavedSearch, SavedSearch } from './contract.ts';

interface SavedDeps {
  readonly db: Database;
  readonly vault: Vault;
}

interface SavedRow {
  readonly search_id: string;
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

/** As many as one person can keep; a menu of more is no menu. */
const most = 50;

const placeOf = (searchId: string): string => `saved-search:${searchId}`;

/** A person's own saved searches, oldest first (P-15). At most 50 rows by the primary key. */
export async function listSavedSearches(
  deps: SavedDeps,
  actor: StaffActor,
): Promise<readonly SavedSearch[]> {
  const rows = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    run<SavedRow>(tx, {
      name: 'desk.saved-searches',
      text: `SELECT search_id, key_version, wrapped, sealed FROM saved_search
              WHERE user_id = $1 ORDER BY created_at, search_id`,
      values: [actor.userId],
    }),
  );
  return rows.map((row) => {
    const key = deps.vault.unwrap(row.wrapped, row.key_version);
    const opened = deps.vault.open(key, placeOf(row.search_id), row.sealed).toString('utf8');
    return { id: row.search_id, ...(JSON.parse(opened) as NewSavedSearch) };
  });
}

/**
 * Keeps a search. What it looks for may name a person, so it lies sealed (L-3).
 * @returns the search with its id; refusal `saved-search-limit` when the person keeps 50 already
 */
export async function saveSearch(
  deps: SavedDeps,
  actor: StaffActor,
  search: NewSavedSearch,
): Promise<Result<SavedSearch, Refusal>> {
  const id = newId();
  const { key, wrapped, keyVersion } = deps.vault.newCaseKey();
  const sealed = deps.vault.seal(key, placeOf(id), JSON.stringify(search));
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const inserted = await run(tx, {
      name: 'desk.save-search',
      text: `INSERT INTO saved_search (user_id, search_id, key_version, wrapped, sealed, created_at)
             SELECT $1, $2, $3, $4, $5, $6
              WHERE (SELECT count(*) FROM saved_search WHERE user_id = $1) < $7
             RETURNING search_id`,
      values: [actor.userId, id, keyVersion, wrapped, sealed, tx.openedAt, most],
    });
    return inserted.length === 0
      ? refuse('saved-search-limit', { limit: most })
      : ok({ id, ...search });
  });
}

/** Forgets a search; one that is not the person's own is not there. */
export async function removeSavedSearch(
  deps: SavedDeps,
  actor: StaffActor,
  searchId: string,
): Promise<Result<undefined, Refusal>> {
  const removed = await deps.db.withActor(scopeOf(actor), 'write', (tx) =>
    run(tx, {
      name: 'desk.remove-search',
      text: `DELETE FROM saved_search WHERE user_id = $1 AND search_id = $2 RETURNING search_id`,
      values: [actor.userId, searchId],
    }),
  );
  return removed.length === 0 ? refuse('not-found') : ok(undefined);
}
