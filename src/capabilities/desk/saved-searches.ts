import type { StaffActor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId, type Vault } from '../../platform/vault/index.ts';
import { scopeOf } from '../petitions/index.ts';
import type { NewSavedSearch, SavedSearch } from './contract.ts';
import { deleteSaved, findSaved, insertSaved } from './saved-search-store.ts';

interface SavedDeps {
  readonly db: Database;
  readonly vault: Vault;
}

/** As many as one person can keep; a menu of more is no menu. */
const most = 50;

const placeOf = (searchId: string): string => `saved-search:${searchId}`;

/** A person's own saved searches, oldest first (P-15). At most 50 rows by the primary key. */
export async function listSavedSearches(
  deps: SavedDeps,
  actor: StaffActor,
): Promise<readonly SavedSearch[]> {
  const rows = await deps.db.withActor(scopeOf(actor), 'read', (tx) => findSaved(tx, actor.userId));
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
    const row = { search_id: id, key_version: keyVersion, wrapped, sealed };
    const kept = await insertSaved(tx, actor.userId, row, most);
    return kept ? ok({ id, ...search }) : refuse('saved-search-limit', { limit: most });
  });
}

/** Forgets a search; one that is not the person's own is not there. */
export async function removeSavedSearch(
  deps: SavedDeps,
  actor: StaffActor,
  searchId: string,
): Promise<Result<undefined, Refusal>> {
  const removed = await deps.db.withActor(scopeOf(actor), 'write', (tx) =>
    deleteSaved(tx, actor.userId, searchId),
  );
  return removed ? ok(undefined) : refuse('not-found');
}
