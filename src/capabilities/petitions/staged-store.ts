import { run, send, type Tx } from '../../platform/database/index.ts';
import type { WrappedTable } from '../../platform/vault/index.ts';

/** Each waiting file has a key of its own, which a new master key wraps again. */
export const stagedKeys: WrappedTable = { table: 'staged_upload', key: ['upload_id'] };

/** An encrypted file that waits for its form. */
export interface StagedRow {
  readonly upload_id: string;
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly details: Buffer;
  readonly address: string;
}

interface NewStaged {
  readonly id: string;
  readonly owner: string;
  readonly keyVersion: number;
  readonly wrapped: Buffer;
  readonly details: Buffer;
  readonly address: string;
  readonly keepUntil: Date;
}

export async function insertStaged(tx: Tx, staged: NewStaged): Promise<void> {
  const { id, owner, keyVersion, wrapped, details, address, keepUntil } = staged;
  await run(tx, {
    name: 'petition.stage-upload',
    text: `INSERT INTO staged_upload
               (upload_id, owner, key_version, wrapped, details, address, keep_until)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, owner, keyVersion, wrapped, details, address, keepUntil],
  });
}

/**
 * Those of the named files that belong to the owner. Row-level security shows the transaction the
 * files of this owner from here on.
 */
export const findStaged = (
  tx: Tx,
  owner: string,
  uploads: readonly string[],
): Promise<readonly StagedRow[]> => {
  send(tx, {
    name: 'petition.open-staged',
    text: `SELECT set_config('app.uploads', $1, true)`,
    values: [owner],
  });
  return run<StagedRow>(tx, {
    name: 'petition.find-staged',
    text: `SELECT upload_id, key_version, wrapped, details, address FROM staged_upload
            WHERE upload_id = ANY ($1::uuid[]) AND owner = $2`,
    values: [uploads, owner],
  });
};

export async function deleteStagedOf(tx: Tx, owner: string, uploadId: string): Promise<void> {
  await run(tx, {
    name: 'petition.unstage-upload',
    text: 'DELETE FROM staged_upload WHERE upload_id = $1 AND owner = $2',
    values: [uploadId, owner],
  });
}

export async function deleteStaged(tx: Tx, uploads: readonly string[]): Promise<void> {
  await run(tx, {
    name: 'petition.drop-staged',
    text: 'DELETE FROM staged_upload WHERE upload_id = ANY ($1::uuid[])',
    values: [uploads],
  });
}
