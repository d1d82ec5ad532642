import type { Tx } from '../database/transaction.ts';
import { loadCaseKeys, loadSealed, type WrappedCaseKey } from './store.ts';
import type { CaseKey, Vault } from './vault.ts';

/** Whoever has the vault at hand; the dependencies of every capability do. */
export interface HasVault {
  readonly vault: Vault;
}

/** The key of an open case. */
export async function caseKeyOf(tx: Tx, deps: HasVault, streamId: string): Promise<CaseKey> {
  return unwrapCaseKey(deps, streamId, await loadCaseKeys(tx, [streamId]));
}

/** The key of a case among those that were loaded. */
export function unwrapCaseKey(
  { vault }: HasVault,
  streamId: string,
  keys: ReadonlyMap<string, WrappedCaseKey>,
): CaseKey {
  const wrapped = keys.get(streamId);
  if (wrapped === undefined) throw new Error(`No case key for ${streamId}`);
  return vault.unwrap(wrapped.wrapped, wrapped.keyVersion);
}

/**
 * Opens sealed items of a case whose stream is open.
 * @param ids the items wanted; all of them when left out
 * @returns the values by item id
 */
export async function openItems(
  tx: Tx,
  { vault }: HasVault,
  streamId: string,
  key: CaseKey,
  ids?: readonly string[],
): Promise<Map<string, unknown>> {
  const sealed = await loadSealed(tx, streamId, ids);
  return new Map(
    [...sealed].map(([id, ciphertext]) => [
      id,
      vault.openJson<unknown>(key, streamId, id, ciphertext),
    ]),
  );
}
