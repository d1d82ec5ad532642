import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import {
  loadCaseKeys,
  loadSealed,
  unwrapCaseKey,
  type CaseKey,
} from '../../../platform/vault/index.ts';
import type { Commitment } from '../commitment.ts';
import type { CommitmentDeps } from '../commands/deps.ts';
import { foldCommitment } from '../evolve.ts';
import { upcast } from '../upcast.ts';
import type { RecordedCommitmentEvent } from '../events.ts';

/** A promise as the record has it, with its opened words. */
export interface OpenedCommitment {
  readonly commitment: Commitment;
  readonly events: readonly RecordedCommitmentEvent[];
  readonly key: CaseKey;
  readonly text: (item: { readonly id: string } | null) => string;
  readonly nameOf: (item: { readonly id: string }) => string;
}

const fieldOf = (value: unknown, field: string): string => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, field) : null;
  return typeof found === 'string' ? found : '';
};

/**
 * Reads promises whose rows were passed, in one packet; only their own streams are open afterwards.
 * @returns those that have a record, in the order asked for
 */
export async function openRecords(
  tx: Tx,
  deps: Pick<CommitmentDeps, 'vault'>,
  ids: readonly string[],
): Promise<readonly OpenedCommitment[]> {
  if (ids.length === 0) return [];
  await setStreams(tx, ids);
  const [keys, ...recorded] = await Promise.all([
    loadCaseKeys(tx, ids),
    ...ids.map((id) => Promise.all([loadEvents(tx, id), loadSealed(tx, id)])),
  ]);
  return ids.flatMap((id, at) => {
    const [found = [], sealed = new Map<string, Buffer>()] = recorded[at] ?? [];
    const events = found.map(upcast);
    const commitment = foldCommitment(id, events);
    if (commitment === null) return [];
    const key = unwrapCaseKey(deps, id, keys);
    const open = (item: { readonly id: string } | null, field: string): string => {
      const ciphertext = item === null ? undefined : sealed.get(item.id);
      return item === null || ciphertext === undefined
        ? ''
        : fieldOf(deps.vault.openJson<unknown>(key, id, item.id, ciphertext), field);
    };
    return [
      {
        commitment,
        events,
        key,
        text: (item) => open(item, 'text'),
        nameOf: (item) => open(item, 'name'),
      },
    ];
  });
}

/** One of them; null where there is no record. */
export const openRecord = async (
  tx: Tx,
  deps: Pick<CommitmentDeps, 'vault'>,
  id: string,
): Promise<OpenedCommitment | null> => (await openRecords(tx, deps, [id]))[0] ?? null;
