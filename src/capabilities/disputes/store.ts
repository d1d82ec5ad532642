import { run, send, type Tx } from '../../platform/database/index.ts';
import type { DisputeLevel } from './case.ts';
import type { DisputeRow } from './projection.ts';

interface Stored extends Omit<DisputeRow, 'dueAt' | 'recordedAt'> {
  readonly dueAt: Date | null;
  readonly recordedAt: Date;
}

const columns = `
  d.stream_id AS id, d.status, d.kind, d.region_code AS "regionCode", d.area,
  d.village_unit AS "villageUnit", d.township_unit AS "townshipUnit", d.county_unit AS "countyUnit",
  d.level, d.holder, d.waiting_at AS "waitingAt", d.due_at AS "dueAt",
  d.recorded_at AS "recordedAt", d.petition_id AS "petitionId", d.version`;

const read = (row: Stored): DisputeRow => ({
  ...row,
  dueAt: row.dueAt?.getTime() ?? null,
  recordedAt: row.recordedAt.getTime(),
});

/**
 * Writes a dispute's row as it is after a command; its own stream must be open.
 * @param words keyed words of the matter, at birth and when it is made again; null keeps them
 */
export function writeDispute(tx: Tx, row: DisputeRow, words: readonly bigint[] | null): void {
  send(tx, {
    name: 'dispute.write',
    text: `INSERT INTO dispute (stream_id, status, kind, region_code, area, village_unit,
                                township_unit, county_unit, level, holder, waiting_at, due_at,
                                recorded_at, petition_id, version, words)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
                   coalesce($16::bigint[], '{}'))
           ON CONFLICT (stream_id) DO UPDATE
             SET status = excluded.status, village_unit = excluded.village_unit,
                 township_unit = excluded.township_unit, county_unit = excluded.county_unit,
                 level = excluded.level, holder = excluded.holder,
                 waiting_at = excluded.waiting_at, due_at = excluded.due_at,
                 petition_id = excluded.petition_id, version = excluded.version,
                 words = coalesce($16::bigint[], dispute.words)`,
    values: [
      row.id,
      row.status,
      row.kind,
      row.regionCode,
      row.area,
      row.villageUnit,
      row.townshipUnit,
      row.countyUnit,
      row.level,
      row.holder,
      row.waitingAt,
      row.dueAt === null ? null : new Date(row.dueAt),
      new Date(row.recordedAt),
      row.petitionId,
      row.version,
      words === null ? null : words.map(String),
    ],
  });
}

/** A dispute's row; nothing where row-level security shows none. */
export async function findDispute(tx: Tx, id: string): Promise<DisputeRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'dispute.find',
    text: `SELECT ${columns} FROM dispute d WHERE d.stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** Which disputes a list shows. */
export interface ListQuestion {
  readonly unitId: string;
  readonly region: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly limit: number;
}

/** What must be done at a unit, the most pressing first. Served by dispute_waiting. */
export async function listWaiting(
  tx: Tx,
  question: ListQuestion,
  after: { readonly at: Date; readonly id: string },
): Promise<readonly DisputeRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'dispute.waiting',
    text: `SELECT ${columns} FROM dispute d
            WHERE d.waiting_at = $1 AND (d.due_at, d.stream_id) > ($2, $3::uuid)
              AND ($4::text IS NULL OR d.region_code LIKE $4 || '%')
              AND ($5::text IS NULL OR d.kind = $5) AND ($6::text IS NULL OR d.status = $6)
            ORDER BY d.due_at, d.stream_id LIMIT $7`,
    values: [
      question.unitId,
      after.at,
      after.id,
      question.region,
      question.kind,
      question.status,
      question.limit,
    ],
  });
  return rows.map(read);
}

/**
 * All along a unit's line, the newest first. Served by dispute_of_village, dispute_of_township or
 * dispute_of_county, by the unit's level.
 */
export async function listAlongLine(
  tx: Tx,
  level: DisputeLevel,
  question: ListQuestion,
  before: { readonly at: Date; readonly id: string },
): Promise<readonly DisputeRow[]> {
  const rows = await run<Stored>(tx, {
    name: `dispute.line-${level}`,
    text: `SELECT ${columns} FROM dispute d
            WHERE d.${level}_unit = $1 AND (d.recorded_at, d.stream_id) < ($2, $3::uuid)
              AND ($4::text IS NULL OR d.region_code LIKE $4 || '%')
              AND ($5::text IS NULL OR d.kind = $5) AND ($6::text IS NULL OR d.status = $6)
            ORDER BY d.recorded_at DESC, d.stream_id DESC LIMIT $7`,
    values: [
      question.unitId,
      before.at,
      before.id,
      question.region,
      question.kind,
      question.status,
      question.limit,
    ],
  });
  return rows.map(read);
}

/** The dispute that a petition grew out of; nothing where row-level security shows none. */
export async function findOrigin(tx: Tx, petitionId: string): Promise<DisputeRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'dispute.of-petition',
    text: `SELECT ${columns} FROM dispute d WHERE d.petition_id = $1`,
    values: [petitionId],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** What a unit looks after or can see, a page at a time; a transaction of the system. */
export async function findOfUnit(
  tx: Tx,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'dispute.of-ended-unit',
    text: `SELECT stream_id AS id FROM dispute
            WHERE (village_unit = $1 OR township_unit = $1 OR county_unit = $1)
              AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT 200`,
    values: [unitId, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}

/**
 * Which of some petitions may have to do with a dispute at all: one of theirs grew out of it, or their
 * township has any. Asked for a whole batch, since most need no more look.
 * @param petitions at most as many as a batch of the feed holds, each with the township it lies in
 */
export async function findNear(
  tx: Tx,
  petitions: readonly { readonly petitionId: string; readonly area: string }[],
): Promise<ReadonlySet<string>> {
  const rows = await run<{ id: string }>(tx, {
    name: 'dispute.near',
    text: `SELECT p.id FROM unnest($1::uuid[], $2::text[]) AS p(id, area)
            WHERE EXISTS (SELECT 1 FROM dispute d WHERE d.area = p.area)
               OR EXISTS (SELECT 1 FROM dispute d WHERE d.petition_id = p.id)`,
    values: [petitions.map(({ petitionId }) => petitionId), petitions.map(({ area }) => area)],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Whether a township has any dispute from before a moment; most petitions need no more look. */
export async function hasDisputes(tx: Tx, area: string, before: Date): Promise<boolean> {
  const rows = await run(tx, {
    name: 'dispute.any-in-area',
    text: 'SELECT 1 FROM dispute WHERE area = $1 AND recorded_at < $2 LIMIT 1',
    values: [area, before],
  });
  return rows.length > 0;
}

/** An earlier dispute of the same township, and how many telling words it shares with a petition. */
export interface Candidate {
  readonly id: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly recordedAt: number;
  readonly words: number;
  readonly shared: number;
}

/** How many earlier disputes of a township are looked at, the newest first. */
const looked = 400;

/**
 * Disputes of a township from before a petition that share words with it; a transaction of the
 * system. Served by dispute_of_area; at most 400 rows are looked at, whatever the county has.
 */
export async function findCandidates(
  tx: Tx,
  about: {
    readonly area: string;
    readonly since: Date;
    readonly before: Date;
    readonly words: readonly bigint[];
  },
): Promise<readonly Candidate[]> {
  const rows = await run<Omit<Candidate, 'recordedAt'> & { readonly recordedAt: Date }>(tx, {
    name: 'dispute.candidates',
    text: `SELECT d.stream_id AS id, d.kind, d.region_code AS "regionCode",
                  d.recorded_at AS "recordedAt", cardinality(d.words) AS words,
                  count(*)::int AS shared
             FROM (SELECT * FROM dispute
                    WHERE area = $1 AND recorded_at >= $2 AND recorded_at < $3
                    ORDER BY recorded_at DESC LIMIT ${looked}) d
            CROSS JOIN LATERAL unnest(d.words) AS mine(word)
             JOIN unnest($4::bigint[]) AS asked(word) ON asked.word = mine.word
            GROUP BY d.stream_id, d.kind, d.region_code, d.recorded_at, d.words
            ORDER BY shared DESC, d.stream_id LIMIT 20`,
    values: [about.area, about.since, about.before, about.words.map(String)],
  });
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.getTime() }));
}
