import { run, type Tx } from '../../../platform/database/index.ts';
import type { WrappedTable } from '../../../platform/vault/index.ts';

/** Each export has a key of its own, which a new master key wraps again. */
export const exportKeys: WrappedTable = { table: 'list_export', key: ['export_id'] };

/** An export as its row has it. */
export interface ExportRow {
  readonly export_id: string;
  readonly user_id: string;
  readonly unit_id: string;
  readonly list: 'desk' | 'petitions' | 'search';
  readonly personal: boolean;
  readonly key_version: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
  readonly state: 'awaiting-approval' | 'queued' | 'running' | 'ready' | 'refused' | 'failed';
  readonly expected_rows: number;
  readonly done_rows: number;
  readonly approver: string | null;
  readonly address: string | null;
  readonly created_at: Date;
  readonly approved_at: Date | null;
}

const columns = `export_id, user_id, unit_id, list, personal, key_version, wrapped, sealed, state,
  expected_rows, done_rows, approver, address, created_at, approved_at`;

export async function insertExport(
  tx: Tx,
  row: Omit<ExportRow, 'done_rows' | 'approver' | 'address' | 'approved_at'>,
): Promise<void> {
  await run(tx, {
    name: 'desk.insert-export',
    text: `INSERT INTO list_export (export_id, user_id, unit_id, list, personal, key_version, wrapped,
                                    sealed, state, expected_rows, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      row.export_id,
      row.user_id,
      row.unit_id,
      row.list,
      row.personal,
      row.key_version,
      row.wrapped,
      row.sealed,
      row.state,
      row.expected_rows,
      row.created_at,
    ],
  });
}

export async function findExport(tx: Tx, exportId: string): Promise<ExportRow | null> {
  const rows = await run<ExportRow>(tx, {
    name: 'desk.find-export',
    text: `SELECT ${columns} FROM list_export WHERE export_id = $1`,
    values: [exportId],
  });
  return rows[0] ?? null;
}

/** The newest exports of a unit, by `list_export_of_unit`. */
export async function listExportRows(
  tx: Tx,
  unitId: string,
  limit: number,
): Promise<readonly ExportRow[]> {
  return run<ExportRow>(tx, {
    name: 'desk.list-exports',
    text: `SELECT ${columns} FROM list_export WHERE unit_id = $1
            ORDER BY created_at DESC, export_id LIMIT $2`,
    values: [unitId, limit],
  });
}

/** @returns whether the export was still waiting for a decision */
export async function decideExport(
  tx: Tx,
  exportId: string,
  approver: string,
  state: 'queued' | 'refused',
): Promise<boolean> {
  const rows = await run(tx, {
    name: 'desk.decide-export',
    text: `UPDATE list_export SET state = $3, approver = $2, approved_at = $4
            WHERE export_id = $1 AND state = 'awaiting-approval' RETURNING export_id`,
    values: [exportId, approver, state, tx.openedAt],
  });
  return rows.length > 0;
}

/** How far the file is; with an address it is done. */
export async function moveExport(
  tx: Tx,
  exportId: string,
  change: {
    readonly state: 'running' | 'ready' | 'failed';
    readonly doneRows: number;
    readonly address: string | null;
  },
): Promise<void> {
  await run(tx, {
    name: 'desk.move-export',
    text: `UPDATE list_export SET state = $2, done_rows = $3, address = $4,
                  finished_at = CASE WHEN $2 = 'running' THEN NULL ELSE $5::timestamptz END
            WHERE export_id = $1`,
    values: [exportId, change.state, change.doneRows, change.address, tx.openedAt],
  });
}
