import type { ClientBase } from 'pg';
import {
  blindIndex,
  blindIndexesForLookup,
  type BlindIndex,
  type BlindIndexKind,
} from './blind-index.ts';
import type { MasterKeys } from './master-key.ts';
import { rewrapTable, type WrappedTable } from './rewrap.ts';
import type { Vault } from './vault.ts';

/** A value that is looked up exactly, as an identity item holds it. */
export interface IndexedValue {
  readonly kind: BlindIndexKind;
  readonly value: string;
}

export interface RotationOptions {
  /** Which sealed items hold identities, by item id. */
  readonly isIdentity: (itemId: string) => boolean;
  /** What of an opened identity item is looked up exactly. */
  readonly indexedValuesOf: (itemId: string, value: unknown) => readonly IndexedValue[];
  /** Called after every batch with the cases done and those left. */
  readonly onProgress?: (done: number, left: number) => void;
  /** What else lies sealed under keys of its own, besides the cases. */
  readonly tables?: readonly WrappedTable[];
  /** Cases per transaction. */
  readonly batch?: number;
}

interface CaseRow {
  readonly stream_id: string;
  readonly key_version: number;
  readonly wrapped: Buffer;
}

interface ItemRow {
  readonly stream_id: string;
  readonly id: string;
  readonly ciphertext: Buffer;
}

interface NewIndex extends BlindIndex {
  readonly streamId: string;
}

const DEFAULT_BATCH = 200;

/**
 * Brings every case to the current master key: its case key is wrapped again and its identities are
 * indexed under the new index key; drafts, saved searches and the like follow. What is sealed and what events commit to stays untouched. Each
 * batch is one transaction and leaves its mark in case_key.key_version, so a rotation that was
 * killed goes on where it stood. At the end the entries under older index keys are removed, and the
 * old version can leave the file unless a purpose is pinned to it.
 *
 * Every server must have been started with the new key file before: one that knows only the old
 * version goes on writing under it and cannot read what is written under the new one.
 *
 * @param client a connection of the owner, who is not held by row-level security
 * @param vault over the keys; it must hold every version in use
 * @param keys the same master keys
 * @returns the number of cases rewrapped by this run
 * @throws SealBroken when a case key or identity was altered: its batch is rolled back
 */
export async function rotateMasterKey(
  client: ClientBase,
  vault: Vault,
  keys: MasterKeys,
  options: RotationOptions,
): Promise<number> {
  let done = 0;
  for (;;) {
    const moved = await inTransaction(client, () => rotateBatch(client, vault, keys, options));
    if (moved === 0) break;
    done += moved;
    if (options.onProgress) options.onProgress(done, await countLeft(client, keys.current));
  }
  for (const table of options.tables ?? []) await rewrapTable(client, vault, table, options.batch);
  const indexVersion = keys.versionFor('blind-index');
  await client.query('DELETE FROM blind_index WHERE key_version <> $1', [indexVersion]);
  return done;
}

async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const value = await work();
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function rotateBatch(
  client: ClientBase,
  vault: Vault,
  keys: MasterKeys,
  options: RotationOptions,
): Promise<number> {
  const { rows: cases } = await client.query<CaseRow>(
    `SELECT stream_id, key_version, wrapped FROM case_key WHERE key_version <> $1
     ORDER BY key_version, stream_id LIMIT $2`,
    [keys.current, options.batch ?? DEFAULT_BATCH],
  );
  if (cases.length === 0) return 0;
  await insertIndexes(client, await renewedIndexes(client, vault, keys, options, cases));
  for (const { stream_id, key_version, wrapped } of cases) {
    // One row by its distribution column each time: Citus joins no list into an update.
    await client.query({
      name: 'vault.rewrap',
      text: 'UPDATE case_key SET key_version = $2, wrapped = $3 WHERE stream_id = $1',
      values: [stream_id, keys.current, vault.rewrap(wrapped, key_version).wrapped],
    });
  }
  return cases.length;
}

async function renewedIndexes(
  client: ClientBase,
  vault: Vault,
  keys: MasterKeys,
  options: RotationOptions,
  cases: readonly CaseRow[],
): Promise<NewIndex[]> {
  const caseKeys = new Map(
    cases.map((row) => [row.stream_id, vault.unwrap(row.wrapped, row.key_version)]),
  );
  const streamIds = [...caseKeys.keys()];
  const present = await indexesPresent(client, streamIds);
  const renewed: NewIndex[] = [];
  for (const item of await identityItems(client, streamIds, options)) {
    const key = caseKeys.get(item.stream_id);
    if (!key) continue;
    const opened = vault.openJson<unknown>(key, item.stream_id, item.id, item.ciphertext);
    for (const { kind, value } of options.indexedValuesOf(item.id, opened)) {
      // A case that was withdrawn from look-up has no entry under any version and stays withdrawn.
      const known = blindIndexesForLookup(keys, kind, value).some((index) =>
        present.has(nameOf(item.stream_id, index)),
      );
      if (known) renewed.push({ streamId: item.stream_id, ...blindIndex(keys, kind, value) });
    }
  }
  return renewed;
}

const nameOf = (streamId: string, index: { kind: string; value: Buffer }): string =>
  `${streamId} ${index.kind} ${index.value.toString('hex')}`;

async function indexesPresent(
  client: ClientBase,
  streamIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ stream_id: string; kind: string; value: Buffer }>(
    'SELECT stream_id, kind, value FROM blind_index WHERE stream_id = ANY ($1::uuid[])',
    [streamIds],
  );
  return new Set(rows.map((row) => nameOf(row.stream_id, row)));
}

async function identityItems(
  client: ClientBase,
  streamIds: readonly string[],
  options: RotationOptions,
): Promise<ItemRow[]> {
  // Ids first: the texts beside them are large and stay closed.
  const { rows: items } = await client.query<{ id: string }>(
    'SELECT DISTINCT id FROM sealed WHERE stream_id = ANY ($1::uuid[])',
    [streamIds],
  );
  const wanted = items.map((row) => row.id).filter((id) => options.isIdentity(id));
  const { rows } = await client.query<ItemRow>(
    `SELECT stream_id, id, ciphertext FROM sealed
     WHERE stream_id = ANY ($1::uuid[]) AND id = ANY ($2)`,
    [streamIds, wanted],
  );
  return rows;
}

async function insertIndexes(client: ClientBase, indexes: readonly NewIndex[]): Promise<void> {
  if (indexes.length === 0) return;
  await client.query(
    `INSERT INTO blind_index (value, kind, key_version, stream_id)
     SELECT * FROM unnest($1::bytea[], $2::text[], $3::int[], $4::uuid[]) ON CONFLICT DO NOTHING`,
    [
      indexes.map((index) => index.value),
      indexes.map((index) => index.kind),
      indexes.map((index) => index.version),
      indexes.map((index) => index.streamId),
    ],
  );
}

async function countLeft(client: ClientBase, current: number): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM case_key WHERE key_version <> $1',
    [current],
  );
  return rows[0]?.count ?? 0;
}
