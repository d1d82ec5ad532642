import { run, send, type Tx } from '../database/index.ts';
import { emptyHash, hashOf } from './chain.ts';
import type { NewEvent, RecordedEvent, Stamp, StreamHead } from './event.ts';

interface HeadRow {
  readonly seq: number;
  readonly hash: Buffer;
  readonly last_at: Date;
}

const headOf = (streamId: string, row: HeadRow): StreamHead => ({
  streamId,
  seq: row.seq,
  hash: row.hash,
  lastAt: row.last_at.getTime(),
});

/**
 * Locks a stream until the end of the transaction.
 * @param tx a write transaction
 * @param streamId the stream
 * @returns its head, or null when nothing was ever written to it
 */
export async function lockStream(tx: Tx, streamId: string): Promise<StreamHead | null> {
  const rows = await run<HeadRow>(tx, {
    name: 'record.lock',
    text: 'SELECT seq, hash, last_at FROM stream WHERE stream_id = $1 FOR UPDATE',
    values: [streamId],
  });
  return rows[0] === undefined ? null : headOf(streamId, rows[0]);
}

/**
 * Locks a stream if nobody else holds it, without waiting: for whoever may take one of many.
 * @returns null when it is held, or was never written
 */
export async function tryLockStream(tx: Tx, streamId: string): Promise<StreamHead | null> {
  const rows = await run<HeadRow>(tx, {
    name: 'record.try-lock',
    text: 'SELECT seq, hash, last_at FROM stream WHERE stream_id = $1 FOR UPDATE SKIP LOCKED',
    values: [streamId],
  });
  return rows[0] === undefined ? null : headOf(streamId, rows[0]);
}

export interface Append {
  readonly streamId: string;
  /** What the stream is about: `petition`, `unit`, `user` … */
  readonly kind: string;
  /** The locked head; null writes the first events of a new stream. */
  readonly head: StreamHead | null;
  readonly events: readonly NewEvent[];
  readonly stamp: Stamp;
  /** Moment of the command, epoch ms; raised to the newest event's when the clock fell. */
  readonly at: number;
  /** Hash over the command's input: the same command id with another body is refused. */
  readonly bodyHash: Buffer;
}

/**
 * Writes the events of one command: record, chain head, feed and retry guard in one statement.
 * @param tx a write transaction in which the stream is open (`app.stream`)
 * @returns the events as they now stand
 */
export async function appendEvents(tx: Tx, append: Append): Promise<RecordedEvent[]> {
  const { streamId, head, stamp } = append;
  const at = Math.max(append.at, head?.lastAt ?? 0);
  const recorded: RecordedEvent[] = [];
  let hash = head?.hash ?? emptyHash;
  let seq = head?.seq ?? 0;
  for (const event of append.events) {
    seq += 1;
    const whole = { ...event, ...stamp, streamId, seq, at };
    hash = hashOf(hash, whole);
    recorded.push({ ...whole, hash });
  }
  send(tx, {
    name: head === null ? 'record.begin' : 'record.append',
    text: head === null ? beginText : appendText,
    values: [
      streamId,
      recorded.map((event) => event.seq),
      recorded.map((event) => event.type),
      recorded.map((event) => event.typeVersion),
      recorded.map((event) => JSON.stringify(event.data)),
      recorded.map((event) => event.hash),
      stamp.actor,
      stamp.unitId,
      new Date(at),
      stamp.calendarVersion,
      stamp.rulesVersion,
      stamp.commandId,
      append.bodyHash,
      seq,
      hash,
      ...(head === null ? [append.kind] : []),
    ],
  });
  return recorded;
}

const insertEvents = `
  WITH e AS (
    INSERT INTO event (stream_id, seq, type, type_version, data, hash,
                       actor, unit_id, at, calendar_version, rules_version, command_id)
    SELECT $1::uuid, n.seq, n.type, n.type_version, n.data::jsonb, n.hash,
           $7::text, $8::text, $9::timestamptz, $10::text, $11::text, $12::uuid
      FROM unnest($2::int[], $3::text[], $4::smallint[], $5::text[], $6::bytea[])
           AS n(seq, type, type_version, data, hash)
  ), u AS (
    INSERT INTO unlogged (stream_id, seq) SELECT $1::uuid, unnest($2::int[])
  ), c AS (
    INSERT INTO command (stream_id, command_id, body_hash, last_seq)
    VALUES ($1::uuid, $12::uuid, $13::bytea, $14::int)
  )`;

const beginText = `${insertEvents}
  INSERT INTO stream (stream_id, kind, seq, hash, last_at)
  VALUES ($1::uuid, $16::text, $14::int, $15::bytea, $9::timestamptz)`;

const appendText = `${insertEvents}
  UPDATE stream SET seq = $14::int, hash = $15::bytea, last_at = $9::timestamptz
   WHERE stream_id = $1::uuid`;

interface EventRow {
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
  readonly type_version: number;
  readonly data: Record<string, unknown>;
  readonly actor: string;
  readonly unit_id: string | null;
  readonly at: Date;
  readonly calendar_version: string;
  readonly rules_version: string;
  readonly command_id: string;
  readonly hash: Buffer;
}

const recordedOf = (row: EventRow): RecordedEvent => ({
  streamId: row.stream_id,
  seq: row.seq,
  type: row.type,
  typeVersion: row.type_version,
  data: row.data,
  actor: row.actor,
  unitId: row.unit_id,
  at: row.at.getTime(),
  calendarVersion: row.calendar_version,
  rulesVersion: row.rules_version,
  commandId: row.command_id,
  hash: row.hash,
});

/**
 * Reads a stream from its beginning.
 * @param tx a transaction in which the stream is open
 * @returns the events in order; empty when there are none or they may not be read
 */
export async function loadEvents(tx: Tx, streamId: string): Promise<RecordedEvent[]> {
  const rows = await run<EventRow>(tx, {
    name: 'record.load',
    text: `SELECT stream_id, seq, type, type_version, data, actor, unit_id, at,
                  calendar_version, rules_version, command_id, hash
             FROM event WHERE stream_id = $1 ORDER BY seq`,
    values: [streamId],
  });
  return rows.map(recordedOf);
}

/**
 * Reads single events by place, as the feed names them.
 * @param tx a transaction of the system
 * @param places stream and sequence number of each
 */
export async function loadEventsAt(
  tx: Tx,
  places: readonly { readonly streamId: string; readonly seq: number }[],
): Promise<RecordedEvent[]> {
  const rows = await run<EventRow>(tx, {
    name: 'record.load-at',
    text: `SELECT e.stream_id, e.seq, type, type_version, data, actor, unit_id, at,
                  calendar_version, rules_version, command_id, hash
             FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS p(stream_id, seq, place)
             JOIN event e ON e.stream_id = p.stream_id AND e.seq = p.seq
            ORDER BY p.place`,
    values: [places.map((place) => place.streamId), places.map((place) => place.seq)],
  });
  return rows.map(recordedOf);
}

/**
 * The types of single events, in the order of their places: what is needed to know who answers to
 * them.
 * @param tx a transaction of the system
 * @returns one for each place; fewer when there is no such event
 */
export async function loadTypesAt(
  tx: Tx,
  places: readonly { readonly streamId: string; readonly seq: number }[],
): Promise<readonly string[]> {
  if (places.length === 0) return [];
  const rows = await run<{ type: string }>(tx, {
    name: 'record.types-at',
    text: `SELECT e.type
             FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS p(stream_id, seq, place)
             JOIN event e ON e.stream_id = p.stream_id AND e.seq = p.seq
            ORDER BY p.place`,
    values: [places.map((place) => place.streamId), places.map((place) => place.seq)],
  });
  return rows.map(({ type }) => type);
}

/**
 * What a stream knows of a command that was sent before.
 * @returns null when the command is new; else the hash of its body and its last event
 */
export async function findCommand(
  tx: Tx,
  streamId: string,
  commandId: string,
): Promise<{ readonly bodyHash: Buffer; readonly lastSeq: number } | null> {
  const rows = await run<{ body_hash: Buffer; last_seq: number }>(tx, {
    name: 'record.find-command',
    text: 'SELECT body_hash, last_seq FROM command WHERE stream_id = $1 AND command_id = $2',
    values: [streamId, commandId],
  });
  return rows[0] === undefined ? null : { bodyHash: rows[0].body_hash, lastSeq: rows[0].last_seq };
}

/** One stream as a whole, with what it is about. */
export interface WholeStream {
  readonly streamId: string;
  readonly kind: string;
  readonly events: readonly RecordedEvent[];
}

/**
 * Reads several streams from their beginning in one round trip.
 * @param tx a transaction of the system
 * @param kinds only streams of these kinds
 * @returns those that there are, by id
 */
export async function loadStreams(
  tx: Tx,
  streamIds: readonly string[],
  kinds: readonly string[],
): Promise<ReadonlyMap<string, WholeStream>> {
  const rows = await run<EventRow & { readonly kind: string }>(tx, {
    name: 'record.load-streams',
    text: `SELECT e.stream_id, s.kind, e.seq, e.type, e.type_version, e.data, e.actor, e.unit_id,
                  e.at, e.calendar_version, e.rules_version, e.command_id, e.hash
             FROM unnest($1::uuid[]) AS i(id)
             JOIN stream s ON s.stream_id = i.id AND s.kind = ANY ($2::text[])
             JOIN event e ON e.stream_id = s.stream_id
            ORDER BY e.stream_id, e.seq`,
    values: [streamIds, kinds],
  });
  const streams = new Map<string, { streamId: string; kind: string; events: RecordedEvent[] }>();
  for (const row of rows) {
    const event = recordedOf(row);
    const known = streams.get(row.stream_id);
    if (known === undefined) {
      streams.set(row.stream_id, { streamId: row.stream_id, kind: row.kind, events: [event] });
    } else {
      known.events.push(event);
    }
  }
  return streams;
}
