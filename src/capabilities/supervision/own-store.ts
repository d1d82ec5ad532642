import { localDate, type LocalDate } from '../../kernel/local-date.ts';
import { run, send, type Tx } from '../../platform/database/index.ts';
import type { OwnPlace, OwnState } from './own-kind.ts';

/** A record's row: its place in lists, and its state, in which nothing lies open that is sealed. */
export interface OwnRow extends OwnPlace {
  readonly id: string;
  readonly kind: string;
  readonly office: string;
  readonly status: string;
  readonly state: OwnState;
  readonly version: number;
}

interface Stored extends Omit<OwnRow, 'madeAt' | 'dueOn'> {
  readonly madeAt: Date;
  readonly dueOn: string | null;
}

const columns = `stream_id AS id, kind, office_id AS office, unit_id AS unit, about_id AS about,
  group_id AS "group", status, due_on::text AS "dueOn", made_at AS "madeAt",
  reader_units AS readers, state, version`;

const read = (row: Stored): OwnRow => ({
  ...row,
  madeAt: row.madeAt.getTime(),
  dueOn: row.dueOn === null ? null : localDate(row.dueOn),
});

/** Writes a record's row as it is after a command; its own stream must be open. */
export function writeOwn(tx: Tx, row: OwnRow): void {
  send(tx, {
    name: 'supervision.write-own',
    text: `INSERT INTO supervision_record (stream_id, kind, office_id, unit_id, about_id, group_id,
                                           status, due_on, made_at, reader_units, state, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10::text[], $11::jsonb, $12)
           ON CONFLICT (stream_id) DO UPDATE
             SET kind = excluded.kind, office_id = excluded.office_id, unit_id = excluded.unit_id,
                 about_id = excluded.about_id, group_id = excluded.group_id,
                 status = excluded.status, due_on = excluded.due_on, made_at = excluded.made_at,
                 reader_units = excluded.reader_units, state = excluded.state,
                 version = excluded.version`,
    values: [
      row.id,
      row.kind,
      row.office,
      row.unit,
      row.about,
      row.group,
      row.status,
      row.dueOn,
      new Date(row.madeAt),
      row.readers,
      JSON.stringify(row.state),
      row.version,
    ],
  });
}

/** A record's row; nothing where row-level security shows none. */
export async function findOwn(tx: Tx, id: string): Promise<OwnRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'supervision.own',
    text: `SELECT ${columns} FROM supervision_record WHERE stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** What a list of records asks for. */
export interface OwnQuestion {
  readonly kind: string;
  readonly status: string | null;
  /** Only those in one of these; instead of `status`. */
  readonly statuses?: readonly string[] | null;
  readonly unit: string | null;
  readonly about: string | null;
  readonly group: string | null;
  /** Only those of which something was due before this day. */
  readonly dueBefore?: LocalDate | null;
  /** Only those of this topic. */
  readonly topic?: string | null;
  /** Beyond this place, newest first. */
  readonly before: { readonly madeAt: number; readonly id: string } | null;
  readonly limit: number;
}

/**
 * Records of a kind that the reader may see, newest first; served by supervision_record_by_kind.
 * Some hundreds a year in an office, so that the scope is asked of each row on the way.
 */
export async function listOwn(tx: Tx, question: OwnQuestion): Promise<readonly OwnRow[]> {
  const { before } = question;
  const rows = await run<Stored>(tx, {
    name: 'supervision.list-own',
    text: `SELECT ${columns} FROM supervision_record
            WHERE kind = $1 AND (made_at, stream_id) < ($2::timestamptz, $3::uuid)
              AND ($4::text[] IS NULL OR status = ANY ($4)) AND ($5::text IS NULL OR unit_id = $5)
              AND ($6::uuid IS NULL OR about_id = $6) AND ($7::uuid IS NULL OR group_id = $7)
              AND ($8::date IS NULL OR due_on < $8) AND ($9::text IS NULL OR state ->> 'topic' = $9)
            ORDER BY made_at DESC, stream_id DESC LIMIT $10`,
    values: [
      question.kind,
      before === null ? new Date('9999-01-01T00:00:00Z') : new Date(before.madeAt),
      before?.id ?? '00000000-0000-0000-0000-000000000000',
      question.statuses ?? (question.status === null ? null : [question.status]),
      question.unit,
      question.about,
      question.group,
      question.dueBefore ?? null,
      question.topic ?? null,
      question.limit,
    ],
  });
  return rows.map(read);
}

/** Records in which a unit stands anywhere, page by page in order of id; a transaction of the system. */
export async function findOwnOfUnit(
  tx: Tx,
  kind: string,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'supervision.own-of-unit',
    text: `SELECT stream_id AS id FROM supervision_record
            WHERE kind = $1 AND ($2 = ANY (reader_units) OR unit_id = $2 OR office_id = $2)
              AND stream_id > $3::uuid
            ORDER BY stream_id LIMIT 200`,
    values: [kind, unitId, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}

/** Records of a kind about one thing: gaps of a petition; a transaction of the system. */
export async function findOwnAbout(
  tx: Tx,
  kind: string,
  about: string,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'supervision.own-about',
    text: `SELECT stream_id AS id FROM supervision_record WHERE about_id = $2 AND kind = $1
            ORDER BY stream_id LIMIT 500`,
    values: [kind, about],
  });
  return rows.map(({ id }) => id);
}

/** Records of a kind that stand on a petition among others; a transaction of the system. */
export async function findOwnOn(
  tx: Tx,
  kind: string,
  petitionId: string,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'supervision.own-on',
    text: `SELECT stream_id AS id FROM supervision_record
            WHERE kind = $1 AND state -> 'petitions' ? $2 ORDER BY stream_id LIMIT 500`,
    values: [kind, petitionId],
  });
  return rows.map(({ id }) => id);
}

/** Records of a kind of which something was due before a day, page by page; a transaction of the system. */
export async function findOwnLate(
  tx: Tx,
  kind: string,
  day: LocalDate,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'supervision.own-late',
    text: `SELECT stream_id AS id FROM supervision_record
            WHERE kind = $1 AND due_on < $2::date AND stream_id > $3::uuid
            ORDER BY stream_id LIMIT 200`,
    values: [kind, day, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}
