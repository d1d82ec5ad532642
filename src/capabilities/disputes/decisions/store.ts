import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { AssessmentRow } from './projection.ts';
import type { AssessmentEvent } from './events.ts';

interface Stored extends Omit<AssessmentRow, 'recordedAt'> {
  readonly recordedAt: Date;
}

const columns = `
  a.stream_id AS id, a.status, a.result, a.kind, a.region_code AS "regionCode", a.unit_id AS unit,
  a.assessor, a.office, a.reader_units AS readers, a.recorded_at AS "recordedAt",
  a.valid_until::text AS "validUntil", a.version`;

const read = (row: Stored): AssessmentRow => ({ ...row, recordedAt: row.recordedAt.getTime() });

/** Writes an assessment's row as it is after a command; its own stream must be open. */
export function writeAssessment(tx: Tx, row: AssessmentRow): void {
  send(tx, {
    name: 'assessment.write',
    text: `INSERT INTO decision_assessment (stream_id, status, result, kind, region_code, unit_id,
                                            assessor, office, reader_units, recorded_at,
                                            valid_until, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10, $11::date, $12)
           ON CONFLICT (stream_id) DO UPDATE
             SET status = excluded.status, result = excluded.result, unit_id = excluded.unit_id,
                 assessor = excluded.assessor, office = excluded.office,
                 reader_units = excluded.reader_units, valid_until = excluded.valid_until,
                 version = excluded.version`,
    values: [
      row.id,
      row.status,
      row.result,
      row.kind,
      row.regionCode,
      row.unit,
      row.assessor,
      row.office,
      row.readers,
      new Date(row.recordedAt),
      row.validUntil,
      row.version,
    ],
  });
}

/** Writes which petitions name it, as the events of one command say. */
export function writeLinks(
  tx: Tx,
  id: string,
  events: readonly AssessmentEvent[],
  at: number,
): void {
  for (const event of events) {
    if (event.type === 'PetitionLinked') {
      send(tx, {
        name: 'assessment.link',
        text: `INSERT INTO decision_petition (stream_id, petition_id, linked_at)
               VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        values: [id, event.data.petitionId, new Date(at)],
      });
    } else if (event.type === 'PetitionUnlinked') {
      send(tx, {
        name: 'assessment.unlink',
        text: 'DELETE FROM decision_petition WHERE stream_id = $1 AND petition_id = $2',
        values: [id, event.data.petitionId],
      });
    }
  }
}

/** An assessment's row; nothing where row-level security shows none. */
export async function findAssessment(tx: Tx, id: string): Promise<AssessmentRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'assessment.find',
    text: `SELECT ${columns} FROM decision_assessment a WHERE a.stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** The newest first; row-level security leaves out others'. Served by decision_assessment_newest. */
export async function listAssessments(
  tx: Tx,
  question: {
    readonly region: string | null;
    readonly kind: string | null;
    readonly status: string | null;
    readonly result: string | null;
    readonly before: { readonly at: Date; readonly id: string };
    readonly limit: number;
  },
): Promise<readonly AssessmentRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'assessment.list',
    text: `SELECT ${columns} FROM decision_assessment a
            WHERE (a.recorded_at, a.stream_id) < ($1, $2::uuid)
              AND ($3::text IS NULL OR a.region_code LIKE $3 || '%')
              AND ($4::text IS NULL OR a.kind = $4) AND ($5::text IS NULL OR a.status = $5)
              AND ($6::text IS NULL OR a.result = $6)
            ORDER BY a.recorded_at DESC, a.stream_id DESC LIMIT $7`,
    values: [
      question.before.at,
      question.before.id,
      question.region,
      question.kind,
      question.status,
      question.result,
      question.limit,
    ],
  });
  return rows.map(read);
}

/** Which decisions a petition names; its stream was passed. Served by decision_petition_of_petition. */
export async function findOfPetition(tx: Tx, petitionId: string): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'assessment.of-petition',
    text: `SELECT stream_id AS id FROM decision_petition WHERE petition_id = $1
            ORDER BY linked_at, stream_id LIMIT 50`,
    values: [petitionId],
  });
  return rows.map(({ id }) => id);
}

/** What a unit decided, assesses, or answers for, a page at a time; a transaction of the system. */
export async function findOfUnit(
  tx: Tx,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'assessment.of-ended-unit',
    text: `SELECT stream_id AS id FROM decision_assessment
            WHERE reader_units @> ARRAY[$1::text] AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT 200`,
    values: [unitId, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}
