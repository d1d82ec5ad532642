import type { Tx } from '../../../platform/database/index.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { findSummaries } from '../summary-store.ts';

/** What lies sealed for lists: the title, and the petitioner's name already masked. */
export interface Summary {
  readonly title: string;
  readonly petitioner: string;
}

/** By petition. */
export type Summaries = ReadonlyMap<string, Summary>;

/**
 * Opens the titles of a page in one round trip. The database leaves out what stands in none of the
 * reader's lists, so ids may be asked for together with their rows.
 * @param ids petitions
 */
export async function openSummaries(
  tx: Tx,
  vault: Vault,
  ids: readonly string[],
): Promise<Summaries> {
  if (ids.length === 0) return new Map();
  return new Map(
    (await findSummaries(tx, ids)).map(({ streamId, ciphertext, wrapped, keyVersion }) => {
      const key = vault.unwrap(wrapped, keyVersion);
      return [streamId, vault.openJson<Summary>(key, streamId, 'summary', ciphertext)];
    }),
  );
}
