import { run, send, type Tx } from '../../platform/database/index.ts';
import type { StreamHead } from '../../platform/record/index.ts';
import { isAccusation, type Petition } from './petition.ts';
import type { CountedClock } from '../../kernel/case-clocks.ts';
import type { DeskRow, Projection } from './projection.ts';

/** Rows without a running clock sort last. */
const farFuture = new Date('9999-12-31T00:00:00Z');

/** The first of a block of twenty numbers that nobody else gets. */
export async function drawNumbers(tx: Tx): Promise<number> {
  const rows = await run<{ first: string }>(tx, {
    name: 'petition.draw-numbers',
    text: `SELECT nextval('petition_number_sequence') AS first`,
    values: [],
  });
  return Number(rows[0]?.first);
}

/**
 * Passes the petition's own row through row-level security, opens its children and locks the
 * stream, in one statement.
 * @returns null when there is no such petition for this actor
 */
export async function lockPetition(tx: Tx, streamId: string): Promise<StreamHead | null> {
  const rows = await run<{ seq: number; hash: Buffer; last_at: Date }>(tx, {
    name: 'petition.lock',
    text: `SELECT s.seq, s.hash, s.last_at, set_config('app.stream', p.stream_id::text, true)
             FROM petition p JOIN stream s ON s.stream_id = p.stream_id
            WHERE p.stream_id = $1 FOR UPDATE OF s`,
    values: [streamId],
  });
  const row = rows[0];
  return row === undefined
    ? null
    : { streamId, seq: row.seq, hash: row.hash, lastAt: row.last_at.getTime() };
}

/**
 * Passes the petition's own row through row-level security and opens its children for reading.
 * @returns false when there is no such petition for this reader
 */
export async function openPetition(tx: Tx, streamId: string): Promise<boolean> {
  const rows = await run(tx, {
    name: 'petition.open',
    text: `SELECT set_config('app.stream', p.stream_id::text, true)
             FROM petition p WHERE p.stream_id = $1`,
    values: [streamId],
  });
  return rows.length > 0;
}

/** From the number on the receipt to the petition. */
export async function findByNumber(tx: Tx, number: string): Promise<string | null> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.by-number',
    text: 'SELECT stream_id FROM petition_number WHERE number = $1',
    values: [number],
  });
  return rows[0]?.stream_id ?? null;
}

/** The numbers of those of some petitions that the reader may see, by stream. */
export async function findNumbers(
  tx: Tx,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ stream_id: string; number: string }>(tx, {
    name: 'petition.find-numbers',
    text: 'SELECT stream_id, number FROM petition WHERE stream_id = ANY ($1::uuid[])',
    values: [streamIds],
  });
  return new Map(rows.map((row) => [row.stream_id, row.number]));
}

/** Number and holder of those of some petitions that the reader may see, by stream. */
export async function findHolders(
  tx: Tx,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly holder: string }>> {
  const rows = await run<{ stream_id: string; number: string; holder: string }>(tx, {
    name: 'petition.find-holders',
    text: 'SELECT stream_id, number, holder FROM petition WHERE stream_id = ANY ($1::uuid[])',
    values: [streamIds],
  });
  return new Map(rows.map(({ stream_id, ...row }) => [stream_id, row]));
}

/** Like `findNumbers`, without accusations: nothing that others read leads to one (L-5). */
export async function findSharedNumbers(
  tx: Tx,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ stream_id: string; number: string }>(tx, {
    name: 'petition.find-shared-numbers',
    text: `SELECT stream_id, number FROM petition
            WHERE stream_id = ANY ($1::uuid[]) AND NOT accusation`,
    values: [streamIds],
  });
  return new Map(rows.map((row) => [row.stream_id, row.number]));
}

/**
 * Which look-up code of a petition is in force, counted in the record itself; opens the petition
 * as `openPetition` does.
 * @returns null when there is no such petition for this reader
 */
export async function findCodeVersion(tx: Tx, streamId: string): Promise<number | null> {
  const open = await openPetition(tx, streamId);
  const rows = await run<{ version: number }>(tx, {
    name: 'petition.code-version',
    text: `SELECT 1 + count(*)::int AS version FROM event
            WHERE stream_id = $1 AND type = 'LookupCodeReplaced'`,
    values: [streamId],
  });
  return open ? (rows[0]?.version ?? null) : null;
}

export async function insertNumber(tx: Tx, number: string, streamId: string): Promise<void> {
  send(tx, {
    name: 'petition.insert-number',
    text: 'INSERT INTO petition_number (number, stream_id) VALUES ($1, $2)',
    values: [number, streamId],
  });
}

/** Writes the petition's row and its clocks as they are after a command. */
export async function writePetition(
  tx: Tx,
  petition: Petition,
  clocks: readonly CountedClock[],
): Promise<void> {
  send(tx, {
    name: 'petition.write',
    text: writePetitionText,
    values: [
      petition.id,
      petition.number,
      petition.status,
      petition.purpose,
      isAccusation(petition),
      petition.channel,
      petition.office,
      petition.holder,
      petition.regionCode,
      petition.readers,
      petition.named.map((user) => `staff:${user}`),
      petition.version,
      petition.calendarVersion,
      new Date(petition.registeredAt),
      clocks.map((clock) => clock.key),
      clocks.map((clock) => clock.period),
      clocks.map((clock) => clock.holder),
      clocks.map((clock) => new Date(clock.startedAt)),
      clocks.map((clock) => clock.dueDate),
      clocks.map((clock) => new Date(clock.dueAt)),
      clocks.map((clock) => clock.provisional),
      clocks.map((clock) => (clock.stoppedAt === null ? null : new Date(clock.stoppedAt))),
      petition.accusedUnits,
    ],
  });
}

const writePetitionText = `
  WITH c AS (
    INSERT INTO petition_clock (stream_id, key, period, holder, started_at, due_date, due_at,
                                provisional, stopped_at)
    SELECT $1::uuid, n.* FROM unnest($15::text[], $16::text[], $17::text[], $18::timestamptz[],
           $19::date[], $20::timestamptz[], $21::boolean[], $22::timestamptz[]) AS n
    ON CONFLICT (stream_id, key) DO UPDATE
      SET holder = excluded.holder, due_date = excluded.due_date, due_at = excluded.due_at,
          provisional = excluded.provisional, stopped_at = excluded.stopped_at
  )
  INSERT INTO petition (stream_id, number, status, purpose, accusation, channel, office, holder,
                        region_code, reader_units, named, version, calendar_version, registered_at,
                        accused_units)
  VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10::text[], $11::text[], $12, $13, $14,
          $23::text[])
  ON CONFLICT (stream_id) DO UPDATE
    SET status = excluded.status, purpose = excluded.purpose, accusation = excluded.accusation,
        office = excluded.office, holder = excluded.holder, region_code = excluded.region_code,
        reader_units = excluded.reader_units, named = excluded.named,
        accused_units = excluded.accused_units,
        version = excluded.version, calendar_version = excluded.calendar_version`;

const deskColumns = `stream_id, number, status, category, channel, urgency, region_code,
  office, holder, officer, registered_at, tasks, clock_period, clock_started_at, due_date, due_at,
  provisional`;

const deskUpdates = `status = excluded.status, category = excluded.category,
  urgency = excluded.urgency, region_code = excluded.region_code, office = excluded.office,
  holder = excluded.holder, officer = excluded.officer, tasks = excluded.tasks,
  clock_period = excluded.clock_period, clock_started_at = excluded.clock_started_at,
  due_date = excluded.due_date, due_at = excluded.due_at, provisional = excluded.provisional`;

const deskValues = (petition: Petition, rows: readonly DeskRow[]): unknown[] => [
  petition.id,
  petition.number,
  petition.status,
  petition.category?.first ?? null,
  petition.channel,
  petition.urgency,
  petition.regionCode,
  petition.office,
  petition.holder,
  petition.officer,
  new Date(petition.registeredAt),
  rows.map((row) => row.reader),
  // An array of arrays cannot be ragged in PostgreSQL: tasks travel joined.
  rows.map((row) => row.tasks.join(' ')),
  rows.map((row) => row.clock?.period ?? null),
  rows.map((row) => (row.clock === null ? null : new Date(row.clock.startedAt))),
  rows.map((row) => row.clock?.dueDate ?? null),
  rows.map((row) => (row.clock === null ? farFuture : new Date(row.clock.dueAt))),
  rows.map((row) => row.clock?.provisional ?? false),
];

const deskSelect = `
  SELECT n.reader, $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text,
         $9::text, $10::text, $11::timestamptz,
         CASE WHEN n.tasks = '' THEN '{}' ELSE string_to_array(n.tasks, ' ') END,
         n.period, n.started_at, n.due_date, n.due_at, n.provisional
    FROM unnest($12::text[], $13::text[], $14::text[], $15::timestamptz[], $16::date[],
                $17::timestamptz[], $18::boolean[])
         AS n(reader, tasks, period, started_at, due_date, due_at, provisional)`;

/** Writes a petition's places in the lists of units or, for an accusation, of named handlers. */
export async function writeLists(
  tx: Tx,
  petition: Petition,
  projection: Projection,
): Promise<void> {
  if (projection.byUnit.length > 0) {
    send(tx, {
      name: 'petition.write-desk',
      text: `INSERT INTO desk_item (unit_id, ${deskColumns}, purpose)
             SELECT q.*, $19::text FROM (${deskSelect}) q
             ON CONFLICT (unit_id, stream_id) DO UPDATE SET ${deskUpdates}, purpose = excluded.purpose`,
      values: [...deskValues(petition, projection.byUnit), petition.purpose],
    });
  }
  if (isAccusation(petition)) {
    // Who is no longer named, as after withdrawing for interest, loses the list's row too.
    await run(tx, {
      name: 'petition.drop-unnamed',
      text: 'DELETE FROM accusation_item WHERE stream_id = $1 AND NOT user_id = ANY ($2::text[])',
      values: [petition.id, petition.named],
    });
  }
  if (projection.byHandler.length > 0) {
    send(tx, {
      name: 'petition.write-accusation-desk',
      text: `INSERT INTO accusation_item (user_id, ${deskColumns}, accused_units)
             SELECT q.*, $19::text[] FROM (${deskSelect}) q
             ON CONFLICT (user_id, stream_id) DO UPDATE
               SET ${deskUpdates}, accused_units = excluded.accused_units`,
      values: [...deskValues(petition, projection.byHandler), petition.accusedUnits],
    });
  }
}

/**
 * L-5: what turns out to be an accusation leaves every shared list and the search words; what
 * turns out not to be one leaves the handlers' lists.
 */
export async function withdrawLists(
  tx: Tx,
  petition: Petition,
  readers: readonly string[],
): Promise<void> {
  if (isAccusation(petition)) {
    await run(tx, {
      name: 'petition.withdraw-desk',
      text: 'DELETE FROM desk_item WHERE unit_id = ANY ($1::text[]) AND stream_id = $2',
      values: [readers, petition.id],
    });
    await run(tx, {
      name: 'petition.withdraw-words',
      text: 'DELETE FROM search_entry WHERE stream_id = $1',
      values: [petition.id],
    });
    return;
  }
  await run(tx, {
    name: 'petition.withdraw-accusation',
    text: 'DELETE FROM accusation_item WHERE user_id = ANY ($1::text[]) AND stream_id = $2',
    values: [readers, petition.id],
  });
}

/** Takes a petition out of every list, so that a rebuild leaves no line that the record denies. */
export async function clearLists(tx: Tx, streamId: string): Promise<void> {
  await run(tx, {
    name: 'petition.clear-desk',
    text: 'DELETE FROM desk_item WHERE stream_id = $1',
    values: [streamId],
  });
  await run(tx, {
    name: 'petition.clear-accusation',
    text: 'DELETE FROM accusation_item WHERE stream_id = $1',
    values: [streamId],
  });
}

/** Adds words to a petition's search entry. */
export async function addWords(tx: Tx, streamId: string, words: readonly bigint[]): Promise<void> {
  send(tx, {
    name: 'petition.add-words',
    text: `INSERT INTO search_entry (stream_id, words) VALUES ($1, $2::bigint[])
           ON CONFLICT (stream_id) DO UPDATE SET words = search_entry.words || excluded.words`,
    // As PostgreSQL writes a list itself; the driver would quote each of some 150 numbers.
    values: [streamId, `{${words.join(',')}}`],
  });
}

/** L-4: whoever reads a petitioner's data leaves a trace. */
export async function insertAccess(
  tx: Tx,
  access: {
    readonly streamId: string;
    readonly accessId: string;
    readonly actor: string;
    readonly unitId: string | null;
    readonly what: string;
    readonly at: Date;
  },
): Promise<void> {
  await run(tx, {
    name: 'petition.insert-access',
    text: `INSERT INTO access_record (stream_id, access_id, actor, unit_id, what, at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [access.streamId, access.accessId, access.actor, access.unitId, access.what, access.at],
  });
}

/** Open petitions that a unit holds or answers for. */
export async function countHeld(tx: Tx, unitId: string): Promise<number> {
  const rows = await run<{ held: number }>(tx, {
    name: 'petition.count-held',
    text: `SELECT count(*)::int AS held FROM petition
            WHERE status <> 'concluded' AND (holder = $1 OR office = $1)`,
    values: [unitId],
  });
  return rows[0]?.held ?? 0;
}
