import type { Tx } from '../../../platform/database/index.ts';
import {
  loadCaseKeys,
  loadSealed,
  type CaseKey,
  type WrappedCaseKey,
} from '../../../platform/vault/index.ts';
import type { PetitionDeps } from './deps.ts';

/** The key of an open case. */
export async function caseKeyOf(tx: Tx, deps: PetitionDeps, streamId: string): Promise<CaseKey> {
  return unwrapCaseKey(deps, streamId, await loadCaseKeys(tx, [streamId]));
}

/** The key of a case among those that were loaded. */
export function unwrapCaseKey(
  deps: PetitionDeps,
  streamId: string,
  keys: ReadonlyMap<string, WrappedCaseKey>,
): CaseKey {
  const wrapped = keys.get(streamId);
  if (wrapped === undefined) throw new Error(`No case key for ${streamId}`);
  return deps.vault.unwrap(wrapped.wrapped, wrapped.keyVersion);
}

/**
 * Opens sealed items of a case whose stream is open.
 * @param ids the items wanted; all of them when left out
 * @returns the values by item id
 */
export async function openItems(
  tx: Tx,
  deps: PetitionDeps,
  streamId: string,
  key: CaseKey,
  ids?: readonly string[],
): Promise<Map<string, unknown>> {
  const sealed = await loadSealed(tx, streamId, ids);
  return new Map(
    [...sealed].map(([id, ciphertext]) => [
      id,
      deps.vault.openJson<unknown>(key, streamId, id, ciphertext),
    ]),
  );
}
