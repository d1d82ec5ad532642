import type { LocalDate } from '../../../kernel/local-date.ts';
import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { ItemRow, OccurrenceRow } from './projection.ts';

interface Stored {
  readonly id: string;
  readonly check: string;
  readonly petitionId: string | null;
  readonly unit: string;
  readonly office: string;
  readonly status: string;
  readonly raisedAt: Date;
  readonly dueDate: LocalDate;
  readonly accusation: boolean;
  readonly readers: string[];
  readonly named: string[];
  readonly version: number;
}

const columns = `
  i.stream_id AS id, i.check_code AS "check", i.petition_id AS "petitionId", i.unit_id AS unit,
  i.office_id AS office, i.status, i.raised_at AS "raisedAt", i.due_on::text AS "dueDate",
  i.accusation, i.reader_units AS readers, i.named, i.version`;

const read = (row: Stored): ItemRow => ({ ...row, raisedAt: row.raisedAt.getTime() });

/** Writes an item's row and hits as they are after a command; its own stream must be open. */
export function writeItem(tx: Tx, row: ItemRow, occurrences: readonly OccurrenceRow[]): void {
  send(tx, {
    name: 'supervision.write',
    text: `INSERT INTO supervision_item (stream_id, check_code, petition_id, unit_id, office_id,
                                         status, raised_at, due_on, accusation, reader_units, named,
                                         version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10::text[], $11::text[], $12)
           ON CONFLICT (stream_id) DO UPDATE
             SET check_code = excluded.check_code, petition_id = excluded.petition_id,
                 unit_id = excluded.unit_id, office_id = excluded.office_id,
                 status = excluded.status, raised_at = excluded.raised_at,
                 due_on = excluded.due_on, accusation = excluded.accusation,
                 reader_units = excluded.reader_units, named = excluded.named,
                 version = excluded.version`,
    values: [
      row.id,
      row.check,
      row.petitionId,
      row.unit,
      row.office,
      row.status,
      new Date(row.raisedAt),
      row.dueDate,
      row.accusation,
      row.readers,
      row.named,
      row.version,
    ],
  });
  send(tx, {
    name: 'supervision.write-hits',
    text: `INSERT INTO supervision_hit (stream_id, hit_key, check_code, live)
           SELECT $1::uuid, n.hit_key, $2::text, n.live
             FROM unnest($3::text[], $4::boolean[]) AS n(hit_key, live)
           ON CONFLICT (stream_id, hit_key) DO UPDATE SET live = excluded.live`,
    values: [
      row.id,
      row.check,
      occurrences.map(({ key }) => key),
      occurrences.map(({ live }) => live),
    ],
  });
}

/** Rows of items; nothing where row-level security shows none. */
export async function findItems(tx: Tx, ids: readonly string[]): Promise<readonly ItemRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'supervision.find',
    text: `SELECT ${columns} FROM supervision_item i WHERE i.stream_id = ANY ($1::uuid[])`,
    values: [ids],
  });
  return rows.map(read);
}

/** The items of some petitions, oldest first; by supervision_item_of_petition. */
export async function findOfPetitions(
  tx: Tx,
  petitionIds: readonly string[],
): Promise<readonly ItemRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'supervision.of-petitions',
    text: `SELECT ${columns} FROM supervision_item i WHERE i.petition_id = ANY ($1::uuid[])
            ORDER BY i.raised_at, i.stream_id LIMIT 1000`,
    values: [petitionIds],
  });
  return rows.map(read);
}

/**
 * Which of some petitions have any item.
 * @param petitionIds at most as many as a batch of the feed holds
 */
export async function findSupervised(
  tx: Tx,
  petitionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await run<{ id: string }>(tx, {
    name: 'supervision.supervised',
    text: `SELECT p.id FROM unnest($1::uuid[]) AS p(id)
            WHERE EXISTS (SELECT 1 FROM supervision_item i WHERE i.petition_id = p.id)`,
    values: [petitionIds],
  });
  return new Set(rows.map(({ id }) => id));
}

/** A hit of an item, as both are named. */
export interface HitPlace {
  readonly id: string;
  readonly key: string;
}

/** Which of some hits have never been recorded; by the primary key, 4 ms for 2,000. */
export const findUnknown = (tx: Tx, places: readonly HitPlace[]): Promise<readonly HitPlace[]> =>
  run<HitPlace>(tx, {
    name: 'supervision.unknown-hits',
    text: `SELECT n.id, n.key FROM unnest($1::uuid[], $2::text[]) AS n(id, key)
             LEFT JOIN supervision_hit h ON h.stream_id = n.id AND h.hit_key = n.key
            WHERE h.stream_id IS NULL`,
    values: [places.map(({ id }) => id), places.map(({ key }) => key)],
  });

/**
 * Hits of a check that still hold in items that nobody has closed, a page at a time; a transaction of
 * the system. Served by supervision_hit_live.
 */
export const findLive = (
  tx: Tx,
  check: string,
  after: HitPlace | null,
  limit: number,
): Promise<readonly HitPlace[]> =>
  run<HitPlace>(tx, {
    name: 'supervision.live-hits',
    text: `SELECT stream_id AS id, hit_key AS key FROM supervision_hit
            WHERE live AND check_code = $1 AND (stream_id, hit_key) > ($2::uuid, $3::text)
            ORDER BY stream_id, hit_key LIMIT $4`,
    values: [check, after?.id ?? '00000000-0000-0000-0000-000000000000', after?.key ?? '', limit],
  });

/** All hits of an item, for comparing. */
export const findHits = (tx: Tx, id: string): Promise<readonly OccurrenceRow[]> =>
  run<OccurrenceRow>(tx, {
    name: 'supervision.hits',
    text: `SELECT hit_key AS key, live FROM supervision_hit WHERE stream_id = $1 ORDER BY hit_key`,
    values: [id],
  });

/** Which items a list shows; null leaves a question out. */
export interface ListQuestion {
  /** Only what is about a unit as a whole. */
  readonly unitsAlone?: boolean;
  /** Of an office that supervises, or of a unit that has to answer. */
  readonly side: 'office' | 'unit';
  readonly place: string;
  readonly check: string | null;
  /** `unclosed`: what is open or answered. */
  readonly status: 'open' | 'answered' | 'closed' | 'unclosed' | null;
  /** The unit asked after, in the list of an office. */
  readonly unit: string | null;
  /** Open, and the day for the answer before this one. */
  readonly overdueOn: LocalDate | null;
  readonly before: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

const conditions = `
      AND ($2::text IS NULL OR i.check_code = $2)
      AND ($3::text IS NULL OR i.status = $3)
      AND ($4::text IS NULL OR i.unit_id = $4)
      AND ($5::date IS NULL OR (i.status = 'open' AND i.due_on < $5))
      AND (i.raised_at, i.stream_id) < ($6::timestamptz, $7::uuid)
    ORDER BY i.raised_at DESC, i.stream_id DESC LIMIT $8`;

const sideColumn = { office: 'office_id', unit: 'unit_id' } as const;

/**
 * A page of items of one office or unit, the newest first. Walks supervision_item_of_office or
 * supervision_item_of_unit, for what is not closed their partial twins.
 */
export async function listItems(tx: Tx, question: ListQuestion): Promise<readonly ItemRow[]> {
  const { side, status, unitsAlone = false } = question;
  const partial = status !== null && status !== 'closed';
  const rows = await run<Stored>(tx, {
    name: `supervision.list-${side}${partial ? '-unclosed' : ''}${unitsAlone ? '-units' : ''}`,
    text: `SELECT ${columns} FROM supervision_item i
            WHERE i.${sideColumn[side]} = $1 ${partial ? `AND i.status <> 'closed'` : ''}
            ${unitsAlone ? 'AND i.petition_id IS NULL' : ''}
            ${conditions}`,
    values: [
      question.place,
      question.check,
      status === 'unclosed' ? null : status,
      question.unit,
      question.overdueOn,
      question.before.at,
      question.before.id,
      question.limit,
    ],
  });
  return rows.map(read);
}

/** Items in which a unit has a part, a page at a time; a transaction of the system. */
export async function findOfUnit(
  tx: Tx,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'supervision.of-ended-unit',
    text: `SELECT stream_id AS id FROM supervision_item
            WHERE (unit_id = $1 OR office_id = $1) AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT 200`,
    values: [unitId, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}
