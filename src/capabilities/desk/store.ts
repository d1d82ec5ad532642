import { end, run, type Place, type Tx } from '../../platform/database/index.ts';
import { colourSql } from './colour-filter.ts';
import { caseColumns, rowColumns, type ListRow } from './row.ts';

/** What narrows a list; null leaves a field open. */
export interface RowFilter {
  readonly colour: string | null;
  readonly officer: string | null;
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly first: string | null;
  readonly status: string | null;
  readonly holder: string | null;
  readonly office: string | null;
  readonly region: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  /** Words that many petitions hold: asked of each row on the way. */
  readonly words: readonly bigint[] | null;
  /** All petitions that hold rarer words: looked up by their keys. */
  readonly ids: readonly string[] | null;
}

export const noFilter: RowFilter = {
  colour: null,
  officer: null,
  purpose: null,
  channel: null,
  first: null,
  status: null,
  holder: null,
  office: null,
  region: null,
  from: null,
  to: null,
  words: null,
  ids: null,
};

/** The filter's parameters, from $5 on; $1 to $4 are the list's own. */
const filterValues = (filter: RowFilter, now: Date): unknown[] => [
  now,
  filter.colour,
  filter.officer,
  filter.purpose,
  filter.channel,
  filter.first,
  filter.status,
  filter.holder,
  filter.office,
  filter.region,
  filter.from,
  filter.to,
  filter.ids ?? filter.words?.map(String) ?? null,
];

/** How words narrow a list: asked of each row on the way, or looked up as ids. */
type Narrowed = 'walked' | 'looked-up';

const narrowedBy = (filter: RowFilter): Narrowed => (filter.ids === null ? 'walked' : 'looked-up');

/** `purpose`: a column, or a literal where the list has only one; what costs most comes last. */
const filterSql = (
  row: string,
  purpose: string,
  narrowed: Narrowed,
  /** Whose officer and clock are asked for: the row itself, or the record beside it. */
  own: string = row,
): string => `
  ($7::text IS NULL OR ${own}.officer = $7)
  AND ($8::text IS NULL OR ${purpose} = $8)
  AND ($9::text IS NULL OR ${row}.channel = $9)
  AND ($10::text IS NULL OR ${row}.category = $10)
  AND ($11::text IS NULL OR ${row}.status = $11)
  AND ($12::text IS NULL OR ${row}.holder = $12)
  AND ($13::text IS NULL OR ${row}.office = $13)
  AND ($14::text IS NULL OR ${row}.region_code = $14)
  AND ($15::timestamptz IS NULL OR ${row}.registered_at >= $15)
  AND ($16::timestamptz IS NULL OR ${row}.registered_at < $16)
  AND ($6::text IS NULL OR ${colourSql(own, '$5')} = $6)
  AND ${
    narrowed === 'looked-up'
      ? `${row}.stream_id = ANY ($17::uuid[])`
      : `($17::bigint[] IS NULL OR has_words(${row}.stream_id, $17::bigint[]))`
  }`;

interface Waiting {
  readonly unitId: string;
  readonly userId: string;
  readonly tasks: readonly string[];
  readonly after: Place;
  /** Due no later than this moment. */
  readonly until: Date;
  readonly limit: number;
}

/**
 * What waits at a unit, by due moment, with the accusations of one named handler among it.
 * Walks `desk_item_waiting`, `accusation_item_waiting` and, for what waits in a record beside a
 * petition, the unit's part of `case_item`, each of whose rows meets the unit's own row of the
 * petition. That branch alone, beside 100,000 desk rows: 0.02 ms without any such record, 1.2 ms with
 * 500 at the unit among 10,000 (EXPLAIN ANALYZE).
 */
export async function listWaiting(
  tx: Tx,
  waiting: Waiting,
  filter: RowFilter,
  now: Date,
): Promise<readonly ListRow[]> {
  return run<ListRow>(tx, {
    name: `desk.waiting-${narrowedBy(filter)}`,
    text: waitingText(narrowedBy(filter)),
    onePlan: true,
    values: [
      waiting.unitId,
      waiting.tasks,
      waiting.after.at,
      waiting.after.id,
      ...filterValues(filter, now),
      waiting.userId,
      waiting.limit,
      waiting.until,
    ],
  });
}

const waitingText = (narrowed: Narrowed): string => `
  (SELECT ${rowColumns('d', 'd.purpose')} FROM desk_item d
    WHERE d.unit_id = $1 AND d.tasks <> '{}' AND d.tasks && $2::text[]
      AND (d.due_at, d.stream_id) > ($3::timestamptz, $4::uuid) AND d.due_at <= $20
      AND ${filterSql('d', 'd.purpose', narrowed)}
    ORDER BY d.due_at, d.stream_id LIMIT $19)
  UNION ALL
  (SELECT ${rowColumns('a', `'accusation'::text`)} FROM accusation_item a
    WHERE a.user_id = $18 AND a.tasks <> '{}' AND a.tasks && $2::text[]
      AND (a.due_at, a.stream_id) > ($3::timestamptz, $4::uuid) AND a.due_at <= $20
      AND ${filterSql('a', `'accusation'::text`, narrowed)}
    ORDER BY a.due_at, a.stream_id LIMIT $19)
  UNION ALL
  (SELECT ${caseColumns('c', 'd')}
     FROM case_item c JOIN desk_item d ON d.unit_id = c.unit_id AND d.stream_id = c.petition_id
    WHERE c.unit_id = $1 AND c.tasks <> '{}' AND c.tasks && $2::text[]
      AND (c.due_at, c.case_id) > ($3::timestamptz, $4::uuid) AND c.due_at <= $20
      AND ${filterSql('d', 'd.purpose', narrowed, 'c')}
    ORDER BY c.due_at, c.case_id LIMIT $19)
  UNION ALL
  (SELECT ${caseColumns('c', 'a', `'accusation'::text`)}
     FROM accusation_item a JOIN case_item c ON c.unit_id = $1 AND c.petition_id = a.stream_id
    WHERE a.user_id = $18 AND c.tasks <> '{}' AND c.tasks && $2::text[]
      AND (c.due_at, c.case_id) > ($3::timestamptz, $4::uuid) AND c.due_at <= $20
      AND ${filterSql('a', `'accusation'::text`, narrowed, 'c')}
    ORDER BY c.due_at, c.case_id LIMIT $19)
  ORDER BY due_at, place_id LIMIT $19`;

export interface WaitingCount {
  readonly tasks: readonly string[];
  readonly colour: string | null;
  readonly count: number;
}

/**
 * How much waits, by tasks and colour. Walks the waiting part of a unit's list whole. A record counts
 * only where the list shows it: beside what became an accusation to its named handlers alone (L-5).
 */
export async function countWaiting(
  tx: Tx,
  waiting: Pick<Waiting, 'unitId' | 'userId' | 'tasks'>,
  now: Date,
): Promise<readonly WaitingCount[]> {
  return run<WaitingCount>(tx, {
    name: 'desk.count-waiting',
    text: `
      SELECT w.tasks, w.colour, count(*)::int AS count FROM (
        SELECT d.tasks, ${colourSql('d', '$4')} AS colour FROM desk_item d
         WHERE d.unit_id = $1 AND d.tasks <> '{}' AND d.tasks && $2::text[]
        UNION ALL
        SELECT a.tasks, ${colourSql('a', '$4')} FROM accusation_item a
         WHERE a.user_id = $3 AND a.tasks <> '{}' AND a.tasks && $2::text[]
        UNION ALL
        SELECT c.tasks, ${colourSql('c', '$4')} FROM case_item c
          JOIN desk_item d ON d.unit_id = c.unit_id AND d.stream_id = c.petition_id
         WHERE c.unit_id = $1 AND c.tasks <> '{}' AND c.tasks && $2::text[]
        UNION ALL
        SELECT c.tasks, ${colourSql('c', '$4')} FROM accusation_item a
          JOIN case_item c ON c.unit_id = $1 AND c.petition_id = a.stream_id
         WHERE a.user_id = $3 AND c.tasks <> '{}' AND c.tasks && $2::text[]) w
       GROUP BY w.tasks, w.colour`,
    values: [waiting.unitId, waiting.tasks, waiting.userId, now],
  });
}

export interface Reading {
  /** Own unit first: its row is shown where several units read the same petition. */
  readonly units: readonly string[];
  readonly userId: string;
  readonly after: Place;
  readonly limit: number;
}

/**
 * Everything that some units may read, newest first; each petition once.
 * Walks `desk_item_newest` of each unit backwards.
 */
export async function listNewest(
  tx: Tx,
  reading: Reading,
  filter: RowFilter,
  now: Date,
): Promise<readonly ListRow[]> {
  return run<ListRow>(tx, {
    name: `desk.newest-${narrowedBy(filter)}`,
    text: newestText(narrowedBy(filter)),
    onePlan: true,
    values: readingValues(reading, filter, now),
  });
}

const readingValues = (reading: Reading, filter: RowFilter, now: Date): unknown[] => [
  reading.units,
  reading.userId,
  reading.after.at,
  reading.after.id,
  ...filterValues(filter, now),
  reading.limit,
];

const newestText = (narrowed: Narrowed): string => `
  SELECT DISTINCT ON (q.registered_at, q.stream_id) q.* FROM (
    SELECT x.*, u.place FROM unnest($1::text[]) WITH ORDINALITY AS u(unit, place)
     CROSS JOIN LATERAL (
      SELECT ${rowColumns('d', 'd.purpose')} FROM desk_item d
       WHERE d.unit_id = u.unit
         AND (d.registered_at, d.stream_id) < ($3::timestamptz, $4::uuid)
         AND ${filterSql('d', 'd.purpose', narrowed)}
       ORDER BY d.registered_at DESC, d.stream_id DESC LIMIT $18) x
    UNION ALL
    (SELECT ${rowColumns('a', `'accusation'::text`)}, 0 FROM accusation_item a
      WHERE a.user_id = $2
        AND (a.registered_at, a.stream_id) < ($3::timestamptz, $4::uuid)
        AND ${filterSql('a', `'accusation'::text`, narrowed)}
      ORDER BY a.registered_at DESC, a.stream_id DESC LIMIT $18)) q
  ORDER BY q.registered_at DESC, q.stream_id DESC, q.place LIMIT $18`;

/**
 * What runs at some units, the earliest due first. A petition that several units read stands where
 * its earliest clock among them is. Walks `desk_item_running` of each unit.
 */
export async function listRunning(
  tx: Tx,
  reading: Reading,
  filter: RowFilter,
  now: Date,
): Promise<readonly (ListRow & { readonly earliest: boolean })[]> {
  return run<ListRow & { earliest: boolean }>(tx, {
    name: `desk.running-${narrowedBy(filter)}`,
    text: runningText(narrowedBy(filter)),
    onePlan: true,
    values: readingValues(reading, filter, now),
  });
}

const runningText = (narrowed: Narrowed): string => `
  SELECT q.*, NOT EXISTS (
      SELECT FROM desk_item o
       WHERE cardinality($1::text[]) > 1 AND o.unit_id = ANY ($1::text[])
         AND o.stream_id = q.stream_id AND o.clock_period IS NOT NULL
         AND (o.due_at, o.unit_id) < (q.due_at, q.unit_id)) AS earliest
    FROM (SELECT * FROM (
      SELECT x.* FROM unnest($1::text[]) AS u(unit)
       CROSS JOIN LATERAL (
        SELECT ${rowColumns('d', 'd.purpose')}, d.unit_id FROM desk_item d
         WHERE d.unit_id = u.unit AND d.clock_period IS NOT NULL
           AND (d.due_at, d.stream_id) > ($3::timestamptz, $4::uuid)
           AND ${filterSql('d', 'd.purpose', narrowed)}
         ORDER BY d.due_at, d.stream_id LIMIT $18) x
      UNION ALL
      (SELECT ${rowColumns('a', `'accusation'::text`)}, '' FROM accusation_item a
        WHERE a.user_id = $2 AND a.clock_period IS NOT NULL
          AND (a.due_at, a.stream_id) > ($3::timestamptz, $4::uuid)
          AND ${filterSql('a', `'accusation'::text`, narrowed)}
        ORDER BY a.due_at, a.stream_id LIMIT $18)) b
     ORDER BY b.due_at, b.stream_id LIMIT $18) q
   ORDER BY q.due_at, q.stream_id`;

/**
 * The rows of some petitions, for a search that found ids. Joins the ids to the primary keys: given
 * as arrays, PostgreSQL walks the whole list of the unit instead (20 ms for 100,000).
 * @param reading.units own unit first
 */
export async function findRows(
  tx: Tx,
  reading: Pick<Reading, 'units' | 'userId'>,
  streamIds: readonly string[],
): Promise<readonly ListRow[]> {
  return run<ListRow>(tx, {
    name: 'desk.rows',
    onePlan: true,
    text: `
      SELECT DISTINCT ON (q.stream_id) q.* FROM (
        SELECT ${rowColumns('d', 'd.purpose')}, u.place
          FROM unnest($3::uuid[]) AS i(id)
         CROSS JOIN unnest($1::text[]) WITH ORDINALITY AS u(unit, place)
          JOIN desk_item d ON d.unit_id = u.unit AND d.stream_id = i.id
        UNION ALL
        SELECT ${rowColumns('a', `'accusation'::text`)}, 0
          FROM unnest($3::uuid[]) AS i(id)
          JOIN accusation_item a ON a.user_id = $2 AND a.stream_id = i.id) q
       ORDER BY q.stream_id, q.place`,
    values: [reading.units, reading.userId, streamIds],
  });
}

/** The newest petitions in the reader's scope that hold all the words; see search_petitions. */
export async function findIdsByWords(
  tx: Tx,
  words: readonly bigint[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'desk.ids-by-words',
    text: `SELECT stream_id FROM search_petitions($1::bigint[], $2, $3::uuid, $4)`,
    values: [words.map(String), end.at, end.id, limit],
  });
  return rows.map((row) => row.stream_id);
}
