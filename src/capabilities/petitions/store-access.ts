import { run, type Tx } from '../../platform/database/index.ts';

export interface AccessRow {
  readonly access_id: string;
  readonly actor: string;
  readonly unit_id: string | null;
  readonly what: string;
  readonly at: Date;
  readonly number: string | null;
  readonly accusation: boolean | null;
}

/** Whether an accusation that the reader may see is among these; row-level security decides. */
export async function hasAccusation(tx: Tx, streamIds: readonly string[]): Promise<boolean> {
  const rows = await run(tx, {
    name: 'petition.has-accusation',
    text: 'SELECT FROM petition WHERE stream_id = ANY ($1::uuid[]) AND accusation LIMIT 1',
    values: [streamIds],
  });
  return rows.length > 0;
}

/** Looks of people of some units, newest first, by the index on time. */
export function readAccess(
  tx: Tx,
  wanted: {
    readonly units: readonly string[];
    readonly at: string;
    readonly id: string;
    readonly limit: number;
  },
): Promise<readonly AccessRow[]> {
  return run<AccessRow>(tx, {
    name: 'petition.read-access',
    text: `SELECT a.access_id, a.actor, a.unit_id, a.what, a.at, p.number, p.accusation
             FROM access_record a LEFT JOIN petition p ON p.stream_id = a.stream_id
            WHERE a.unit_id = ANY ($1::text[]) AND (a.at, a.access_id) < ($2::timestamptz, $3::uuid)
            ORDER BY a.at DESC, a.access_id DESC LIMIT $4`,
    values: [wanted.units, wanted.at, wanted.id, wanted.limit],
  });
}

/** Looks of staff at one petition, newest first, by the primary key, which starts with the petition. */
export function readLooksAt(
  tx: Tx,
  streamId: string,
  limit: number,
): Promise<readonly Pick<AccessRow, 'unit_id' | 'what' | 'at'>[]> {
  return run(tx, {
    name: 'petition.read-looks-at',
    text: `SELECT unit_id, what, at FROM access_record
            WHERE stream_id = $1 AND actor LIKE 'staff:%'
            ORDER BY at DESC, access_id DESC LIMIT $2`,
    values: [streamId, limit],
  });
}
