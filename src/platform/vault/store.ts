import { run, send, type Tx } from '../database/transaction.ts';
import type { BlindIndex } from './blind-index.ts';

/** A sealed item on its way into the table. */
export interface SealedRow {
  readonly id: string;
  readonly ciphertext: Buffer;
}

/** A case key as it lies in the table. */
export interface WrappedCaseKey {
  readonly wrapped: Buffer;
  readonly keyVersion: number;
}

/** One item of one case of a list, with what opens it. */
export interface SealedOfCase extends WrappedCaseKey {
  readonly streamId: string;
  readonly ciphertext: Buffer;
}

const insertCaseSql = `
  WITH new_key AS (
    INSERT INTO case_key (stream_id, key_version, wrapped) VALUES ($1, $2, $3)
  )
  INSERT INTO sealed (stream_id, id, key_version, ciphertext)
  SELECT $1, item.id, $2, item.ciphertext
  FROM unnest($4::text[], $5::bytea[]) AS item (id, ciphertext)`;

/**
 * Writes a new case's key and its first items in one round trip. The stream must be open
 * (`setStream`).
 *
 * @param tx a transaction of the write role
 * @param streamId the new case
 * @param wrapped the wrapped case key
 * @param keyVersion the master key version that wrapped it
 * @param items what was sealed under it
 */
export async function insertCase(
  tx: Tx,
  streamId: string,
  wrapped: Buffer,
  keyVersion: number,
  items: readonly SealedRow[],
): Promise<void> {
  send(tx, {
    name: 'vault.insert-case',
    text: insertCaseSql,
    values: [streamId, keyVersion, wrapped, ...columnsOf(items)],
  });
}

/**
 * Adds items to a case that has its key already. An item is never overwritten.
 *
 * @param tx a transaction of the write role with the stream open
 * @param streamId the case
 * @param keyVersion the master key version in use
 * @param items what was sealed
 */
export async function insertSealed(
  tx: Tx,
  streamId: string,
  keyVersion: number,
  items: readonly SealedRow[],
): Promise<void> {
  if (items.length === 0) return;
  send(tx, {
    name: 'vault.insert-sealed',
    text: `INSERT INTO sealed (stream_id, id, key_version, ciphertext)
      SELECT $1, item.id, $2, item.ciphertext
      FROM unnest($3::text[], $4::bytea[]) AS item (id, ciphertext)`,
    values: [streamId, keyVersion, ...columnsOf(items)],
  });
}

const columnsOf = (items: readonly SealedRow[]): [string[], Buffer[]] => [
  items.map((item) => item.id),
  items.map((item) => item.ciphertext),
];

/**
 * @param tx a transaction with the stream open
 * @param streamId the case
 * @param ids the items wanted; all of them when left out
 * @returns the ciphertexts by item id, without those that the case does not have
 */
export async function loadSealed(
  tx: Tx,
  streamId: string,
  ids?: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await run<{ id: string; ciphertext: Buffer }>(tx, {
    name: 'vault.load-sealed',
    text: `SELECT id, ciphertext FROM sealed
      WHERE stream_id = $1 AND ($2::text[] IS NULL OR id = ANY ($2))`,
    values: [streamId, ids ?? null],
  });
  return new Map(rows.map((row) => [row.id, row.ciphertext]));
}

/**
 * One item of each case of a page, with the case keys, in one round trip.
 *
 * @param tx a transaction with all these streams open (`setStreams`)
 * @param streamIds the cases; those without the item are missing from the result
 * @param id the item, the same in every case, such as the summary
 */
export async function loadSealedOfCases(
  tx: Tx,
  streamIds: readonly string[],
  id: string,
): Promise<readonly SealedOfCase[]> {
  return run<SealedOfCase>(tx, {
    name: 'vault.load-sealed-of-cases',
    text: `SELECT stream_id AS "streamId", wrapped, case_key.key_version AS "keyVersion", ciphertext
      FROM unnest($1::uuid[]) AS wanted (stream_id)
      JOIN case_key USING (stream_id)
      JOIN sealed USING (stream_id)
      WHERE sealed.id = $2`,
    values: [streamIds, id],
  });
}

/**
 * @param tx a transaction with the streams open
 * @param streamIds the cases
 * @returns the wrapped case keys by stream id
 */
export async function loadCaseKeys(
  tx: Tx,
  streamIds: readonly string[],
): Promise<Map<string, WrappedCaseKey>> {
  const rows = await run<WrappedCaseKey & { streamId: string }>(tx, {
    name: 'vault.load-case-keys',
    text: `SELECT stream_id AS "streamId", wrapped, key_version AS "keyVersion"
      FROM case_key WHERE stream_id = ANY ($1::uuid[])`,
    values: [streamIds],
  });
  return new Map(
    rows.map(({ streamId, wrapped, keyVersion }) => [streamId, { wrapped, keyVersion }]),
  );
}

/**
 * Makes a case findable by the values given; one that it has already is passed over.
 *
 * @param tx a transaction of the write role
 * @param streamId the case
 * @param indexes from `blindIndex`
 */
export async function insertBlindIndexes(
  tx: Tx,
  streamId: string,
  indexes: readonly BlindIndex[],
): Promise<void> {
  if (indexes.length === 0) return;
  send(tx, {
    name: 'vault.insert-blind-indexes',
    text: `INSERT INTO blind_index (value, kind, key_version, stream_id)
      SELECT entry.value, entry.kind, entry.key_version, $1
      FROM unnest($2::bytea[], $3::text[], $4::int[]) AS entry (value, kind, key_version)
      ON CONFLICT DO NOTHING`,
    values: [
      streamId,
      indexes.map((index) => index.value),
      indexes.map((index) => index.kind),
      indexes.map((index) => index.version),
    ],
  });
}

/** Withdraws a case from exact look-up, as when it turns out to be an accusation. */
export async function deleteBlindIndexes(tx: Tx, streamId: string): Promise<void> {
  await run(tx, {
    name: 'vault.delete-blind-indexes',
    text: 'DELETE FROM blind_index WHERE stream_id = $1',
    values: [streamId],
  });
}

/**
 * The entries by which a case is found exactly, of whatever key version.
 * @param tx a transaction of the write role
 */
export const loadBlindIndexes = (tx: Tx, streamId: string): Promise<readonly BlindIndex[]> =>
  run<BlindIndex>(tx, {
    name: 'vault.load-blind-indexes',
    text: `SELECT kind, key_version AS version, value FROM blind_index WHERE stream_id = $1`,
    values: [streamId],
  });

/**
 * @param tx any transaction; the streams found must still pass the scope
 * @param indexes from `blindIndexesForLookup`, of one kind
 * @param limit at most so many cases
 * @returns stream ids, each once, in the order of the ids, which says nothing about age
 */
export async function findStreamsByBlindIndex(
  tx: Tx,
  indexes: readonly BlindIndex[],
  limit = 200,
): Promise<string[]> {
  const [first] = indexes;
  if (!first) return [];
  const rows = await run<{ streamId: string }>(tx, {
    name: 'vault.find-streams-by-blind-index',
    text: `SELECT DISTINCT stream_id AS "streamId" FROM blind_index
      WHERE value = ANY ($1::bytea[]) AND kind = $2
      ORDER BY stream_id LIMIT $3`,
    values: [indexes.map((index) => index.value), first.kind, limit],
  });
  return rows.map((row) => row.streamId);
}
