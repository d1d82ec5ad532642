import { localDate } from '../../kernel/local-date.ts';
import { run, type Tx } from '../../platform/database/index.ts';
import type { BodyEntry } from './bodies.ts';
import type { Stage } from './review.ts';

interface Row {
  readonly id: string;
  readonly unit_id: string;
  readonly stage: Stage;
  readonly body_id: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly source: string;
}

const entryOf = (row: Row): BodyEntry => ({
  id: row.id,
  unitId: row.unit_id,
  stage: row.stage,
  bodyId: row.body_id,
  from: localDate(row.valid_from),
  to: row.valid_to === null ? null : localDate(row.valid_to),
  source: row.source,
});

const columns = `id, unit_id, stage, body_id, valid_from::text, valid_to::text, source`;

/** The bodies of one unit, past ones too. */
export async function findBodies(tx: Tx, unitId: string): Promise<readonly BodyEntry[]> {
  const rows = await run<Row>(tx, {
    name: 'review.bodies-of-unit',
    text: `SELECT ${columns} FROM review_body WHERE unit_id = $1 ORDER BY stage, valid_from, id`,
    values: [unitId],
  });
  return rows.map(entryOf);
}

/** Every entry, for the page of the administrator; at most 2,000. */
export async function listBodies(tx: Tx): Promise<readonly BodyEntry[]> {
  const rows = await run<Row>(tx, {
    name: 'review.bodies',
    text: `SELECT ${columns} FROM review_body ORDER BY unit_id, stage, valid_from, id LIMIT 2000`,
    values: [],
  });
  return rows.map(entryOf);
}

export async function insertBody(tx: Tx, entry: BodyEntry): Promise<void> {
  await run(tx, {
    name: 'review.insert-body',
    text: `INSERT INTO review_body (id, unit_id, stage, body_id, valid_from, valid_to, source)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
    values: [entry.id, entry.unitId, entry.stage, entry.bodyId, entry.from, entry.to, entry.source],
  });
}

/** @returns whether there was such an entry that had not ended */
export async function endBody(tx: Tx, id: string, to: string): Promise<boolean> {
  const rows = await run(tx, {
    name: 'review.end-body',
    text: `UPDATE review_body SET valid_to = $2
            WHERE id = $1 AND valid_to IS NULL AND valid_from <= $2 RETURNING id`,
    values: [id, to],
  });
  return rows.length > 0;
}

/** Makes the entries of a unit again; a transaction of the system. */
export async function writeBodiesAgain(
  tx: Tx,
  unitId: string,
  entries: readonly BodyEntry[],
): Promise<void> {
  await run(tx, {
    name: 'review.drop-bodies',
    text: 'DELETE FROM review_body WHERE unit_id = $1 OR id = ANY ($2::uuid[])',
    values: [unitId, entries.map(({ id }) => id)],
  });
  for (const entry of entries) {
    await insertBody(tx, entry);
    if (entry.to !== null) await endBody(tx, entry.id, entry.to);
  }
}
