import { run, send, setStreams, type Tx } from '../../platform/database/index.ts';
import type { StreamHead } from '../../platform/record/index.ts';
import type { CaseItem, CaseProjection, CaseState, NamedAlone } from './case.ts';

/** Rows without a running clock sort last. */
const farFuture = new Date('9999-12-31T00:00:00Z');

/**
 * Passes the record's own row through row-level security, opens its children and locks the stream.
 * @returns null when there is no such record for this actor
 */
export async function lockCase(
  tx: Tx,
  caseId: string,
): Promise<{ readonly head: StreamHead; readonly petitionId: string } | null> {
  const rows = await run<{ seq: number; hash: Buffer; last_at: Date; petition_id: string }>(tx, {
    name: 'case.lock',
    text: `SELECT s.seq, s.hash, s.last_at, c.petition_id,
                  set_config('app.stream', c.stream_id::text, true)
             FROM case_record c JOIN stream s ON s.stream_id = c.stream_id
            WHERE c.stream_id = $1 FOR UPDATE OF s`,
    values: [caseId],
  });
  const row = rows[0];
  return row === undefined
    ? null
    : {
        head: { streamId: caseId, seq: row.seq, hash: row.hash, lastAt: row.last_at.getTime() },
        petitionId: row.petition_id,
      };
}

/**
 * Passes the record's own row through row-level security and opens its children for reading.
 * @returns the petition it belongs to; null when there is no such record for this reader
 */
export async function openCase(tx: Tx, caseId: string): Promise<string | null> {
  const rows = await run<{ petition_id: string }>(tx, {
    name: 'case.open',
    text: `SELECT c.petition_id, set_config('app.stream', c.stream_id::text, true)
             FROM case_record c WHERE c.stream_id = $1`,
    values: [caseId],
  });
  return rows[0]?.petition_id ?? null;
}

/** A record beside a petition, as its row tells. */
export interface CaseRow {
  readonly id: string;
  readonly kind: string;
  readonly petitionId: string;
  readonly state: string;
  readonly open: boolean;
  readonly subject: string | null;
  readonly holder: string;
  /** Epoch ms. */
  readonly openedAt: number;
}

/** The records of a petition that the actor may see, oldest first. */
export async function findCases(tx: Tx, petitionId: string): Promise<readonly CaseRow[]> {
  const rows = await run<Omit<CaseRow, 'openedAt'> & { opened: Date }>(tx, {
    name: 'case.of-petition',
    text: `SELECT stream_id AS id, kind, petition_id AS "petitionId", state, open, subject, holder,
                  opened_at AS opened
             FROM case_record WHERE petition_id = $1 ORDER BY opened_at, stream_id`,
    values: [petitionId],
  });
  return rows.map(({ opened, ...row }) => ({ ...row, openedAt: opened.getTime() }));
}

const page = 200;

/** Open records whose clocks were last counted by another calendar. */
export async function findCasesByOtherCalendar(
  tx: Tx,
  kind: string,
  version: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'case.by-other-calendar',
    text: `SELECT stream_id FROM case_record
            WHERE open AND kind = $1 AND calendar_version <> $2 AND stream_id > $3::uuid
            ORDER BY stream_id LIMIT ${page}`,
    values: [kind, version, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map((row) => row.stream_id);
}

/** Records of a kind that one unit holds, newest first, by the index on kind and holder. */
export async function findCasesOfHolder(
  tx: Tx,
  asked: {
    readonly kind: string;
    readonly holder: string;
    /** Null for every state. */
    readonly state: string | null;
    readonly before: { readonly at: Date; readonly id: string };
    readonly limit: number;
  },
): Promise<readonly CaseRow[]> {
  const rows = await run<Omit<CaseRow, 'openedAt'> & { opened: Date }>(tx, {
    name: 'case.of-holder',
    text: `SELECT stream_id AS id, kind, petition_id AS "petitionId", state, open, subject, holder,
                  opened_at AS opened
             FROM case_record
            WHERE kind = $1 AND holder = $2 AND ($3::text IS NULL OR state = $3::text)
              AND (opened_at, stream_id) < ($4::timestamptz, $5::uuid)
            ORDER BY opened_at DESC, stream_id DESC LIMIT $6`,
    values: [asked.kind, asked.holder, asked.state, asked.before.at, asked.before.id, asked.limit],
  });
  return rows.map(({ opened, ...row }) => ({ ...row, openedAt: opened.getTime() }));
}

/** Which records of a kind a list shows; null leaves a question out. */
export interface CasesOfKind {
  readonly kind: string;
  readonly state: string | null;
  readonly holder: string | null;
  readonly subject: string | null;
  /** Only those in which something may still happen; left out: all. */
  readonly open?: true;
  /** Codes of the petition's region; left out or null: any. */
  readonly regions?: readonly string[] | null;
  /** Codes of the petition's category; left out or null: any. */
  readonly topics?: readonly string[] | null;
}

/**
 * Petitions of a place or topic beside which records of a kind stand; null where neither is asked.
 * Two statements: records lie by their stream, the lists' rows by the reading unit.
 */
async function petitionsWithin(
  tx: Tx,
  { kind, regions = null, topics = null }: CasesOfKind,
): Promise<readonly string[] | null> {
  if (regions === null && topics === null) return null;
  const all = await run<{ id: string }>(tx, {
    name: 'case.petitions-of-kind',
    text: 'SELECT DISTINCT petition_id AS id FROM case_record WHERE kind = $1',
    values: [kind],
  });
  const within = await run<{ id: string }>(tx, {
    name: 'case.petitions-within',
    text: `SELECT DISTINCT stream_id AS id FROM desk_item
            WHERE unit_id = ANY (string_to_array(current_setting('app.units'), ','))
              AND stream_id = ANY ($1::uuid[])
              AND ($2::text[] IS NULL OR region_code = ANY ($2::text[]))
              AND ($3::text[] IS NULL OR category = ANY ($3::text[]))`,
    values: [all.map(({ id }) => id), regions, topics],
  });
  return within.map(({ id }) => id);
}

/** Records of a kind that the actor may see, newest first. */
export async function findCasesOfKind(
  tx: Tx,
  asked: CasesOfKind & {
    readonly before: { readonly at: Date; readonly id: string };
    readonly limit: number;
  },
): Promise<readonly CaseRow[]> {
  const rows = await run<Omit<CaseRow, 'openedAt'> & { opened: Date }>(tx, {
    name: 'case.of-kind',
    text: `SELECT stream_id AS id, kind, petition_id AS "petitionId", state, open, subject, holder,
                  opened_at AS opened
             FROM case_record
            WHERE kind = $1 AND ($2::text IS NULL OR state = $2::text)
              AND ($3::text IS NULL OR holder = $3::text)
              AND ($4::uuid IS NULL OR subject = $4::uuid)
              AND (opened_at, stream_id) < ($5::timestamptz, $6::uuid)
              AND ($8::uuid[] IS NULL OR petition_id = ANY ($8::uuid[]))
              AND (NOT $9::boolean OR open)
            ORDER BY opened_at DESC, stream_id DESC LIMIT $7`,
    values: [
      asked.kind,
      asked.state,
      asked.holder,
      asked.subject,
      asked.before.at,
      asked.before.id,
      asked.limit,
      await petitionsWithin(tx, asked),
      asked.open === true,
    ],
  });
  return rows.map(({ opened, ...row }) => ({ ...row, openedAt: opened.getTime() }));
}

/** Records of a kind in one state that are about the same. */
export interface CaseCount {
  readonly subject: string | null;
  readonly state: string;
  readonly n: number;
  /** One of them. */
  readonly sample: string;
}

/** How many records of a kind the actor may see in each state, by what they are about. */
export const countCasesOfKind = (
  tx: Tx,
  asked: Omit<CasesOfKind, 'state'>,
): Promise<readonly CaseCount[]> =>
  run<CaseCount>(tx, {
    name: 'case.count-of-kind',
    text: `SELECT subject, state, count(*)::int AS n, (min(stream_id::text))::uuid AS sample
             FROM case_record
            WHERE kind = $1 AND ($2::text IS NULL OR holder = $2::text)
              AND ($3::uuid IS NULL OR subject = $3::uuid)
            GROUP BY subject, state ORDER BY subject, state`,
    values: [asked.kind, asked.holder, asked.subject],
  });

/** Records of a kind in which some task waits, for a job; few rows, told apart by their kind. */
export async function findCasesWaiting(
  tx: Tx,
  kind: string,
  task: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ case_id: string }>(tx, {
    name: 'case.waiting',
    text: `SELECT DISTINCT case_id FROM case_item
            WHERE kind = $1 AND tasks @> ARRAY[$2::text] AND case_id > $3::uuid
            ORDER BY case_id LIMIT ${page}`,
    values: [kind, task, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map((row) => row.case_id);
}

/** Open records that a unit decides or reads, a page at a time; a transaction of the system. */
export async function findOpenCasesOf(
  tx: Tx,
  kind: string,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'case.open-of-unit',
    text: `SELECT stream_id FROM case_record
            WHERE open AND kind = $1 AND reader_units @> ARRAY[$2::text] AND stream_id > $3::uuid
            ORDER BY stream_id LIMIT ${page}`,
    values: [kind, unitId, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map((row) => row.stream_id);
}

/**
 * Writes a record's row and what waits in it, as they are after a command.
 * @param named of the petition beside which it stands
 */
export function writeCase(
  tx: Tx,
  kind: string,
  state: CaseState,
  { row, items }: CaseProjection,
  named: NamedAlone,
): void {
  send(tx, {
    name: 'case.write',
    text: `INSERT INTO case_record (stream_id, kind, petition_id, state, open, subject, holder,
                                    reader_units, version, calendar_version, opened_at, named)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, $12::text[])
           ON CONFLICT (stream_id) DO UPDATE
             SET kind = excluded.kind, petition_id = excluded.petition_id,
                 opened_at = excluded.opened_at, state = excluded.state, open = excluded.open, subject = excluded.subject,
                 holder = excluded.holder, reader_units = excluded.reader_units,
                 version = excluded.version, calendar_version = excluded.calendar_version,
                 named = excluded.named`,
    values: [
      state.id,
      kind,
      state.petitionId,
      row.state,
      row.open,
      row.subject,
      row.holder,
      row.readers,
      state.version,
      state.calendarVersion,
      new Date(row.openedAt),
      named,
    ],
  });
  writeItems(tx, kind, state, items, named);
}

/**
 * Writes what waits in a record that keeps its own row elsewhere; its stream must be open.
 * @param state the record and its petition
 */
export function writeItems(
  tx: Tx,
  kind: string,
  state: Pick<CaseState, 'id' | 'petitionId'>,
  items: readonly CaseItem[],
  named: NamedAlone = null,
): void {
  send(tx, {
    name: 'case.drop-items',
    text: 'DELETE FROM case_item WHERE case_id = $1 AND NOT unit_id = ANY ($2::text[])',
    values: [state.id, items.map((item) => item.unit)],
  });
  if (items.length === 0) return;
  send(tx, {
    name: 'case.write-items',
    text: `INSERT INTO case_item (unit_id, case_id, petition_id, kind, officer, tasks, clock_period,
                                  clock_started_at, due_date, due_at, provisional, named)
           SELECT n.unit, $1::uuid, $2::uuid, $3::text, n.officer, string_to_array(n.tasks, ' '),
                  n.period, n.started_at, n.due_date, n.due_at, n.provisional, $12::text[]
             FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                         $9::date[], $10::timestamptz[], $11::boolean[])
                  AS n(unit, officer, tasks, period, started_at, due_date, due_at, provisional)
           ON CONFLICT (unit_id, case_id) DO UPDATE
             SET officer = excluded.officer, tasks = excluded.tasks,
                 clock_period = excluded.clock_period,
                 clock_started_at = excluded.clock_started_at, due_date = excluded.due_date,
                 due_at = excluded.due_at, provisional = excluded.provisional`,
    values: [
      state.id,
      state.petitionId,
      kind,
      items.map((item) => item.unit),
      items.map((item) => item.officer),
      // An array of arrays cannot be ragged in PostgreSQL: tasks travel joined.
      items.map((item) => item.tasks.join(' ')),
      items.map((item) => item.clock?.period ?? null),
      items.map((item) => (item.clock === null ? null : new Date(item.clock.startedAt))),
      items.map((item) => item.clock?.dueDate ?? null),
      items.map((item) => (item.clock === null ? farFuture : new Date(item.clock.dueAt))),
      items.map((item) => item.clock?.provisional ?? false),
      named,
    ],
  });
}

/**
 * Lets the records beside a petition be seen by whoever sees the petition now: by named handlers
 * alone where it has become an accusation, by their units again where it is none any more (L-5).
 * Afterwards the petition's stream is the one that is open.
 */
export async function followNamed(tx: Tx, petitionId: string, named: NamedAlone): Promise<void> {
  const rows = await run<{ id: string }>(tx, {
    name: 'case.ids-of-petition',
    text: 'SELECT stream_id AS id FROM case_record WHERE petition_id = $1',
    values: [petitionId],
  });
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await setStreams(tx, [petitionId, ...ids]);
  for (const [table, key] of [
    ['case_record', 'stream_id'],
    ['case_item', 'case_id'],
  ] as const) {
    await run(tx, {
      name: `case.follow-named-${table}`,
      text: `UPDATE ${table} SET named = $2::text[] WHERE ${key} = ANY ($1::uuid[])`,
      values: [ids, named],
    });
  }
  await setStreams(tx, [petitionId]);
}
