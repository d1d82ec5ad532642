import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { DrawRow, PublishedDraw } from './programme.ts';

interface Stored {
  readonly id: string;
  readonly office: string;
  readonly published: PublishedDraw;
  readonly frozenAt: Date;
}

const columns = `draw_id AS id, office_id AS office, published, frozen_at AS "frozenAt"`;
const read = ({ published, frozenAt, ...row }: Stored): DrawRow => ({
  ...row,
  ...published,
  frozenAt: frozenAt.getTime(),
});

/** Publishes a draw as it is; the programme's stream must be open. */
export function writeDraw(
  tx: Tx,
  programmeId: string,
  { id, office, frozenAt, ...published }: DrawRow,
): void {
  send(tx, {
    name: 'inspection.write-draw',
    text: `INSERT INTO inspection_draw (stream_id, draw_id, office_id, published, frozen_at)
           VALUES ($1, $2, $3, $4::jsonb, $5)
           ON CONFLICT (stream_id, draw_id) DO UPDATE
             SET office_id = excluded.office_id, published = excluded.published,
                 frozen_at = excluded.frozen_at`,
    values: [programmeId, id, office, JSON.stringify(published), new Date(frozenAt)],
  });
}

/** A draw as it was published. */
export async function findDraw(tx: Tx, id: string): Promise<DrawRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'inspection.draw',
    text: `SELECT ${columns} FROM inspection_draw WHERE draw_id = $1 LIMIT 1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** The latest draws, newest first; a handful a year. */
export async function findDraws(tx: Tx, limit: number): Promise<readonly DrawRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'inspection.draws',
    text: `SELECT ${columns} FROM inspection_draw ORDER BY frozen_at DESC, draw_id DESC LIMIT $1`,
    values: [limit],
  });
  return rows.map(read);
}

/** All draws of a programme, oldest first. */
export async function findDrawsOf(tx: Tx, programmeId: string): Promise<readonly DrawRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'inspection.draws-of',
    text: `SELECT ${columns} FROM inspection_draw WHERE stream_id = $1
            ORDER BY frozen_at, draw_id LIMIT 200`,
    values: [programmeId],
  });
  return rows.map(read);
}
