import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import {
  loadCaseKeys,
  loadSealed,
  unwrapCaseKey,
  type CaseKey,
  type Vault,
} from '../../../platform/vault/index.ts';

/** A record's events with its opened words. */
export interface OpenedStream {
  readonly events: readonly RecordedEvent[];
  readonly key: CaseKey;
  /** One field of a sealed item; empty where there is no such item or field. */
  readonly field: (item: { readonly id: string } | null, field: string) => string;
}

const fieldOf = (value: unknown, field: string): string => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, field) : null;
  return typeof found === 'string' ? found : '';
};

/**
 * Reads whole records whose rows were passed, all in one packet; only their own streams are open
 * afterwards.
 * @returns by id; a stream without a key is missing
 */
export async function openStreams(
  tx: Tx,
  { vault }: { readonly vault: Vault },
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedStream>> {
  if (ids.length === 0) return new Map();
  await setStreams(tx, ids);
  const [keys, ...recorded] = await Promise.all([
    loadCaseKeys(tx, ids),
    ...ids.map((id) => Promise.all([loadEvents(tx, id), loadSealed(tx, id)])),
  ]);
  return new Map(
    ids.flatMap((id, at): [string, OpenedStream][] => {
      const [events = [], sealed = new Map<string, Buffer>()] = recorded[at] ?? [];
      if (!keys.has(id)) return [];
      const key = unwrapCaseKey({ vault }, id, keys);
      const field: OpenedStream['field'] = (item, name) => {
        const ciphertext = item === null ? undefined : sealed.get(item.id);
        return item === null || ciphertext === undefined
          ? ''
          : fieldOf(vault.openJson<unknown>(key, id, item.id, ciphertext), name);
      };
      return [[id, { events, key, field }]];
    }),
  );
}
