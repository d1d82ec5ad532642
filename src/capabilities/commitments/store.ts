import { run, send, type Tx } from '../../platform/database/index.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CommitmentRow } from './projection.ts';

interface Stored {
  readonly id: string;
  readonly petitionId: string | null;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly status: string;
  readonly promisedTo: string;
  readonly published: boolean;
  readonly accusation: boolean;
  readonly unit: string;
  readonly byUnit: string;
  readonly responsible: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly dueDate: LocalDate;
  readonly reportedAt: Date | null;
  readonly closedAt: Date | null;
  readonly readers: string[];
  readonly named: string[];
  readonly version: number;
}

const columns = (row: string): string => `
  ${row}.stream_id AS id, ${row}.petition_id AS "petitionId", ${row}.source_kind AS "sourceKind",
  ${row}.source_id AS "sourceId", ${row}.status, ${row}.promised_to AS "promisedTo",
  ${row}.published, ${row}.accusation, ${row}.unit_id AS unit, ${row}.by_unit AS "byUnit",
  ${row}.responsible, ${row}.made_by AS "madeBy", ${row}.made_at AS "madeAt",
  ${row}.due_on::text AS "dueDate", ${row}.reported_at AS "reportedAt",
  ${row}.closed_at AS "closedAt", ${row}.reader_units AS readers, ${row}.named, ${row}.version`;

const read = (row: Stored): CommitmentRow => ({
  ...row,
  madeAt: row.madeAt.getTime(),
  reportedAt: row.reportedAt?.getTime() ?? null,
  closedAt: row.closedAt?.getTime() ?? null,
});

const moment = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Writes a promise's row as it is after a command; its own stream must be open. */
export function writeCommitment(tx: Tx, row: CommitmentRow): void {
  send(tx, {
    name: 'commitment.write',
    text: `INSERT INTO commitment (stream_id, petition_id, source_kind, source_id, status,
                                   promised_to, published, accusation, unit_id, by_unit, responsible,
                                   made_by, made_at, due_on, reported_at, closed_at, reader_units,
                                   named, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::date, $15, $16,
                   $17::text[], $18::text[], $19)
           ON CONFLICT (stream_id) DO UPDATE
             SET petition_id = excluded.petition_id, source_kind = excluded.source_kind,
                 source_id = excluded.source_id, status = excluded.status,
                 promised_to = excluded.promised_to, published = excluded.published,
                 accusation = excluded.accusation, unit_id = excluded.unit_id,
                 by_unit = excluded.by_unit, responsible = excluded.responsible,
                 made_by = excluded.made_by, made_at = excluded.made_at,
                 due_on = excluded.due_on, reported_at = excluded.reported_at,
                 closed_at = excluded.closed_at, reader_units = excluded.reader_units,
                 named = excluded.named, version = excluded.version`,
    values: [
      row.id,
      row.petitionId,
      row.sourceKind,
      row.sourceId,
      row.status,
      row.promisedTo,
      row.published,
      row.accusation,
      row.unit,
      row.byUnit,
      row.responsible,
      row.madeBy,
      new Date(row.madeAt),
      row.dueDate,
      moment(row.reportedAt),
      moment(row.closedAt),
      row.readers,
      row.named,
      row.version,
    ],
  });
}

/** A promise's row; nothing where row-level security shows none. */
export async function findCommitment(tx: Tx, id: string): Promise<CommitmentRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'commitment.find',
    text: `SELECT ${columns('c')} FROM commitment c WHERE c.stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** All promises of a petition that was opened, oldest first; by the index on petition. */
export async function findOfPetition(
  tx: Tx,
  petitionId: string,
): Promise<readonly CommitmentRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'commitment.of-petition',
    text: `SELECT ${columns('c')} FROM commitment c WHERE c.petition_id = $1
            ORDER BY c.made_at, c.stream_id`,
    values: [petitionId],
  });
  return rows.map(read);
}

/**
 * What a unit has to keep, or had promised to it, and that is not over for good, a page at a time; a
 * transaction of the system. Served by commitment_of_unit and commitment_by_unit.
 */
export async function findOfUnit(
  tx: Tx,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'commitment.of-ended-unit',
    text: `SELECT stream_id AS id FROM commitment
            WHERE (unit_id = $1 OR by_unit = $1) AND stream_id > $2::uuid
              AND (status IN ('open', 'reported')
                   OR (status = 'fulfilled' AND promised_to = 'petitioner'))
            ORDER BY stream_id LIMIT 200`,
    values: [unitId, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}

/** Which promises a list shows: whose they are, and where they stand. */
export interface ListQuestion {
  /** `mine`: I answer for it or made it; `unit`: it keeps them; `given`: it had them promised. */
  readonly whose: 'mine' | 'unit' | 'given' | 'all';
  readonly userId: string;
  readonly unitId: string;
  readonly units: readonly string[];
  /** Those of accusations, by name alone. */
  readonly actor: string;
  readonly status: 'open' | 'overdue' | 'reported' | 'fulfilled' | 'withdrawn' | null;
  readonly sourceKind: string | null;
  readonly keptBy: string | null;
  readonly today: LocalDate;
  readonly after: { readonly dueDate: string; readonly id: string };
  readonly limit: number;
}

const whoseSql: Readonly<Record<ListQuestion['whose'], string>> = {
  mine: '(c.responsible = $1 OR c.made_by = $1)',
  unit: 'c.unit_id = $2',
  given: '(c.by_unit = $2 AND c.unit_id <> $2)',
  all: '(c.unit_id = ANY ($3::text[]) OR c.by_unit = ANY ($3::text[]) OR c.named @> ARRAY[$4::text])',
};

/**
 * A page of promises by date. Row-level security leaves out what the reader's units do not read; the
 * petitions of those that are left are asked for by the caller.
 */
export async function listCommitments(
  tx: Tx,
  question: ListQuestion,
): Promise<readonly CommitmentRow[]> {
  const { whose } = question;
  const rows = await run<Stored>(tx, {
    name: `commitment.list-${whose}`,
    text: `SELECT ${columns('c')} FROM commitment c
            WHERE ${whoseSql[whose]}
              AND ($1::text IS NOT NULL AND $2::text IS NOT NULL AND $3::text[] IS NOT NULL
                   AND $4::text IS NOT NULL)
              AND (c.due_on, c.stream_id) > ($5::date, $6::uuid)
              AND ($7::text IS NULL OR CASE $7::text
                     WHEN 'overdue' THEN c.status = 'open' AND c.due_on < $8::date
                     ELSE c.status = $7::text END)
              AND ($9::text IS NULL OR c.source_kind = $9::text)
              AND ($10::text IS NULL OR c.unit_id = $10::text)
            ORDER BY c.due_on, c.stream_id LIMIT $11`,
    values: [
      question.userId,
      question.unitId,
      question.units,
      question.actor,
      question.after.dueDate,
      question.after.id,
      question.status,
      question.today,
      question.sourceKind,
      question.keptBy,
      question.limit,
    ],
  });
  return rows.map(read);
}

/** What everybody may read, by date from the newest; a transaction of the system. */
export async function listPublished(
  tx: Tx,
  before: { readonly dueDate: string; readonly id: string },
  limit: number,
): Promise<readonly CommitmentRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'commitment.published',
    text: `SELECT ${columns('c')} FROM commitment c
            WHERE c.published AND NOT c.accusation AND (c.due_on, c.stream_id) < ($1::date, $2::uuid)
            ORDER BY c.due_on DESC, c.stream_id DESC LIMIT $3`,
    values: [before.dueDate, before.id, limit],
  });
  return rows.map(read);
}

/** Open promises that are due on or before a day; a transaction of the system. */
export async function listDue(
  tx: Tx,
  until: LocalDate,
  after: { readonly dueDate: string; readonly id: string },
  limit: number,
): Promise<readonly CommitmentRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'commitment.due',
    text: `SELECT ${columns('c')} FROM commitment c
            WHERE c.status = 'open' AND c.due_on <= $1::date
              AND (c.due_on, c.stream_id) > ($2::date, $3::uuid)
            ORDER BY c.due_on, c.stream_id LIMIT $4`,
    values: [until, after.dueDate, after.id, limit],
  });
  return rows.map(read);
}

/** All promises of one source, oldest first; sources are few to a petition or unit, and no list. */
export async function findOfSource(
  tx: Tx,
  source: { readonly kind: string; readonly id: string },
): Promise<readonly CommitmentRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'commitment.of-source',
    text: `SELECT ${columns('c')} FROM commitment c WHERE c.source_id = $1 AND c.source_kind = $2
            ORDER BY c.made_at, c.stream_id LIMIT 200`,
    values: [source.id, source.kind],
  });
  return rows.map(read);
}

/**
 * How many promises several sources of a kind made, kept, and let pass their day; withdrawn ones
 * count nowhere. Served by commitment_of_source.
 */
export async function countOfSources(
  tx: Tx,
  source: { readonly kind: string; readonly ids: readonly string[] },
  today: LocalDate,
): Promise<{ readonly made: number; readonly kept: number; readonly overdue: number }> {
  const rows = await run<{ made: number; kept: number; overdue: number }>(tx, {
    name: 'commitment.count-of-sources',
    text: `SELECT count(*)::int AS made,
                  count(*) FILTER (WHERE status = 'fulfilled')::int AS kept,
                  count(*) FILTER (WHERE status = 'open' AND due_on < $3::date)::int AS overdue
             FROM commitment
            WHERE source_id = ANY ($1::text[]) AND source_kind = $2 AND status <> 'withdrawn'`,
    values: [source.ids, source.kind, today],
  });
  return rows[0] ?? { made: 0, kept: 0, overdue: 0 };
}
