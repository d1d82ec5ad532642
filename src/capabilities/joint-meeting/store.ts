import { localDate, type LocalDate } from '../../kernel/local-date.ts';
import { run, send, type Tx } from '../../platform/database/index.ts';
import { readersOf, type Meeting, type MeetingKind, type MeetingState } from './meeting.ts';

/** What lists show of a meeting. */
export interface MeetingRow {
  readonly id: string;
  readonly unit: string;
  readonly state: MeetingState;
  readonly kind: MeetingKind;
  readonly on: LocalDate;
  readonly time: string;
  readonly place: string;
  readonly chairUnit: string;
  readonly chairUser: string;
  readonly items: number;
  readonly decided: number;
  readonly readers: readonly string[];
  readonly version: number;
}

const columns = `stream_id AS id, unit_id AS unit, state, kind, meeting_on::text AS on,
  starts_at AS time, place, chair_unit AS "chairUnit", chair_user AS "chairUser", items, decided,
  reader_units AS readers, version`;

type Read = Omit<MeetingRow, 'on'> & { readonly on: string };

const rowOf = (read: Read): MeetingRow => ({ ...read, on: localDate(read.on) });

/** The row that follows from a meeting's state. */
export const meetingRowOf = (meeting: Meeting): MeetingRow => ({
  id: meeting.id,
  unit: meeting.unit,
  state: meeting.state,
  kind: meeting.plan.kind,
  on: meeting.plan.on,
  time: meeting.plan.time,
  place: meeting.plan.place,
  chairUnit: meeting.plan.chair.unit,
  chairUser: meeting.plan.chair.userId,
  items: meeting.agenda.length,
  decided: meeting.agenda.filter(({ decision }) => decision !== null).length,
  readers: readersOf(meeting),
  version: meeting.version,
});

export async function findMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  const rows = await run<Read>(tx, {
    name: 'joint-meeting.find',
    text: `SELECT ${columns} FROM joint_meeting WHERE stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** Locks the row of a meeting that the actor may see. */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  const rows = await run<Read>(tx, {
    name: 'joint-meeting.lock',
    text: `SELECT ${columns} FROM joint_meeting WHERE stream_id = $1 FOR UPDATE`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** Meetings from one date to another, both included, that the reader may see. */
export const findMeetings = async (
  tx: Tx,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly MeetingRow[]> =>
  (
    await run<Read>(tx, {
      name: 'joint-meeting.list',
      text: `SELECT ${columns} FROM joint_meeting
              WHERE meeting_on BETWEEN $1::date AND $2::date
              ORDER BY meeting_on, starts_at, stream_id LIMIT 500`,
      values: [from, to],
    })
  ).map(rowOf);

/** Meetings in which a unit has a part and that are not over, for its successor (O-1). */
export async function findOfUnit(
  tx: Tx,
  unit: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ id: string }>(tx, {
    name: 'joint-meeting.of-ended-unit',
    text: `SELECT stream_id AS id FROM joint_meeting
            WHERE reader_units @> ARRAY[$1] AND state NOT IN ('minuted', 'cancelled')
              AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT 200`,
    values: [unit, after ?? '00000000-0000-0000-0000-000000000000'],
  });
  return rows.map(({ id }) => id);
}

export function writeMeeting(tx: Tx, meeting: Meeting): void {
  const row = meetingRowOf(meeting);
  send(tx, {
    name: 'joint-meeting.write',
    text: `INSERT INTO joint_meeting (stream_id, unit_id, state, kind, meeting_on, starts_at, place,
                                      chair_unit, chair_user, items, decided, reader_units, version)
           VALUES ($1, $2, $3, $4, $5::date, $6, $7, $8, $9, $10, $11, $12::text[], $13)
           ON CONFLICT (stream_id) DO UPDATE
             SET unit_id = excluded.unit_id, state = excluded.state, kind = excluded.kind,
                 meeting_on = excluded.meeting_on, starts_at = excluded.starts_at,
                 place = excluded.place, chair_unit = excluded.chair_unit,
                 chair_user = excluded.chair_user, items = excluded.items,
                 decided = excluded.decided, reader_units = excluded.reader_units,
                 version = excluded.version`,
    values: [
      row.id,
      row.unit,
      row.state,
      row.kind,
      row.on,
      row.time,
      row.place,
      row.chairUnit,
      row.chairUser,
      row.items,
      row.decided,
      row.readers,
      row.version,
    ],
  });
}
