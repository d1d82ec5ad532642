import { localDate, type LocalDate } from '../../../kernel/local-date.ts';
import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { Queued } from './queue.ts';
import type { TicketStage, TicketWay } from './terms.ts';
import type { Ticket } from './ticket.ts';

/** A ticket as lists know it, without a name. Moments are epoch ms. */
export interface TicketRow extends Queued {
  readonly id: string;
  readonly dayId: string;
  readonly numberedOn: LocalDate;
  readonly on: LocalDate;
  readonly way: TicketWay;
  readonly stage: TicketStage;
  readonly arrivedAt: number | null;
  readonly persons: number;
  readonly topic: string | null;
  readonly unit: string | null;
  readonly hasTelephone: boolean;
  readonly sentTo: string | null;
  readonly groupId: string | null;
  readonly calls: number;
  readonly calledAt: number | null;
  readonly telephonedAt: number | null;
  readonly talkBeganAt: number | null;
  readonly talkEndedAt: number | null;
  readonly matters: number;
  readonly settledAtOnce: boolean;
  readonly version: number;
}

type Moments =
  | 'takenAt'
  | 'arrivedAt'
  | 'calledAt'
  | 'telephonedAt'
  | 'talkBeganAt'
  | 'talkEndedAt';

type Read = Omit<TicketRow, Moments | 'number' | 'on' | 'numberedOn'> &
  Readonly<Record<Moments, Date | null>> & {
    readonly series: string;
    readonly count: number;
    readonly on: string;
    readonly numberedOn: string;
  };

const columns = `ticket_id AS id, day_id AS "dayId", series, number AS count,
  numbered_on::text AS "numberedOn", sits_on::text AS on, way, stage, taken_at AS "takenAt",
  arrived_at AS "arrivedAt", carried, persons, topic, about_unit AS unit,
  has_telephone AS "hasTelephone", sent_to AS "sentTo", group_id AS "groupId", calls,
  called_at AS "calledAt", telephoned_at AS "telephonedAt", talk_began_at AS "talkBeganAt",
  talk_ended_at AS "talkEndedAt", matters,
  settled_at_once AS "settledAtOnce", version`;

const ms = (moment: Date | null): number | null => moment?.getTime() ?? null;

const rowOf = ({ series, count, ...read }: Read): TicketRow => ({
  ...read,
  number: { series, count },
  on: localDate(read.on),
  numberedOn: localDate(read.numberedOn),
  takenAt: ms(read.takenAt) ?? 0,
  arrivedAt: ms(read.arrivedAt),
  calledAt: ms(read.calledAt),
  telephonedAt: ms(read.telephonedAt),
  talkBeganAt: ms(read.talkBeganAt),
  talkEndedAt: ms(read.talkEndedAt),
});

/** The row that follows from a ticket's record. */
export const rowOfTicket = (ticket: Ticket): TicketRow => ({
  id: ticket.id,
  dayId: ticket.sitting.dayId,
  number: ticket.number,
  numberedOn: ticket.numberedOn,
  on: ticket.sitting.on,
  way: ticket.way,
  stage: ticket.stage,
  takenAt: ticket.takenAt,
  arrivedAt: ticket.arrivedAt,
  carried: ticket.carried,
  persons: ticket.persons,
  topic: ticket.topic,
  unit: ticket.unit,
  hasTelephone: ticket.hasTelephone,
  sentTo: ticket.sentTo?.groupId ?? null,
  groupId: ticket.groupId,
  calls: ticket.calls.length,
  calledAt: ticket.calls.at(-1) ?? null,
  telephonedAt: ticket.telephonedAt,
  talkBeganAt: ticket.talkBeganAt,
  talkEndedAt: ticket.talkEndedAt,
  matters: ticket.matters.length,
  settledAtOnce: ticket.settledAtOnce,
  version: ticket.version,
});

const moment = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Removes a ticket's row where it was; it waits at another day now. */
export function dropTicket(tx: Tx, dayId: string, id: string): void {
  send(tx, {
    name: 'ticket.drop',
    text: 'DELETE FROM reception_ticket WHERE day_id = $1 AND ticket_id = $2',
    values: [dayId, id],
  });
}

/**
 * Writes a ticket's row as it is after a command; its day must be open.
 * @param command of a call, by which a retry finds the ticket that it got
 * @param at epoch ms of the command
 */
export function writeTicket(tx: Tx, ticket: Ticket, command: string | null, at: number): void {
  const row = rowOfTicket(ticket);
  send(tx, {
    name: 'ticket.write',
    text: `INSERT INTO reception_ticket (day_id, ticket_id, series, number, numbered_on, sits_on, way,
             stage, taken_at, arrived_at, carried, persons, topic, about_unit, has_telephone, sent_to,
             group_id, calls, called_at, telephoned_at, talk_began_at, talk_ended_at, matters,
             call_commands, version, changed_at, settled_at_once)
           VALUES ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9::timestamptz, $10::timestamptz,
             $11, $12, $13, $14, $15, $16, $17, $18, $19::timestamptz, $20::timestamptz,
             $21::timestamptz, $22::timestamptz, $23, $24::uuid[], $25, $26::timestamptz, $27)
           ON CONFLICT (day_id, ticket_id) DO UPDATE
             SET sits_on = excluded.sits_on, stage = excluded.stage,
                 arrived_at = excluded.arrived_at, carried = excluded.carried,
                 persons = excluded.persons, topic = excluded.topic,
                 about_unit = excluded.about_unit, sent_to = excluded.sent_to,
                 group_id = excluded.group_id, calls = excluded.calls,
                 called_at = excluded.called_at, telephoned_at = excluded.telephoned_at,
                 talk_began_at = excluded.talk_began_at, talk_ended_at = excluded.talk_ended_at,
                 matters = excluded.matters,
                 call_commands = reception_ticket.call_commands || excluded.call_commands,
                 version = excluded.version, changed_at = excluded.changed_at,
                 settled_at_once = excluded.settled_at_once`,
    values: [
      row.dayId,
      row.id,
      row.number.series,
      row.number.count,
      row.numberedOn,
      row.on,
      row.way,
      row.stage,
      new Date(row.takenAt),
      moment(row.arrivedAt),
      row.carried,
      row.persons,
      row.topic,
      row.unit,
      row.hasTelephone,
      row.sentTo,
      row.groupId,
      row.calls,
      moment(row.calledAt),
      moment(row.telephonedAt),
      moment(row.talkBeganAt),
      moment(row.talkEndedAt),
      row.matters,
      command === null ? [] : [command],
      row.version,
      new Date(at),
      row.settledAtOnce,
    ],
  });
}

/** Those who wait on a day, in the order of `inOrder`, by its index. */
export const findQueue = async (
  tx: Tx,
  dayId: string,
  on: LocalDate,
  limit: number,
): Promise<readonly TicketRow[]> =>
  (
    await run<Read>(tx, {
      name: 'ticket.queue',
      text: `SELECT ${columns} FROM reception_ticket
              WHERE day_id = $1 AND sits_on = $2::date AND stage = 'waiting'
              ORDER BY (carried = 0), taken_at, series, number LIMIT $3`,
      values: [dayId, on, limit],
    })
  ).map(rowOf);

/** Every ticket of a day that nobody has called to an end, in the order of the queue. */
export const findOpen = async (tx: Tx, dayId: string): Promise<readonly TicketRow[]> =>
  (
    await run<Read>(tx, {
      name: 'ticket.open',
      text: `SELECT ${columns} FROM reception_ticket
              WHERE day_id = $1 AND stage IN ('waiting', 'called', 'talking')
              ORDER BY sits_on, (carried = 0), taken_at, series, number`,
      values: [dayId],
    })
  ).map(rowOf);

/** Those whom a group has called or talks with, by the index on groups. */
export const findAtGroups = async (tx: Tx, dayId: string): Promise<readonly TicketRow[]> =>
  (
    await run<Read>(tx, {
      name: 'ticket.at-groups',
      text: `SELECT ${columns} FROM reception_ticket
              WHERE day_id = $1 AND stage IN ('called', 'talking')
              ORDER BY called_at DESC LIMIT 500`,
      values: [dayId],
    })
  ).map(rowOf);

/** The ticket that a command called; by now it may have left the group, carried over or put back. */
export async function findCalledBy(
  tx: Tx,
  dayId: string,
  command: string,
): Promise<TicketRow | null> {
  const rows = await run<Read>(tx, {
    name: 'ticket.called-by',
    text: `SELECT ${columns} FROM reception_ticket
            WHERE day_id = $1 AND $2 = ANY (call_commands)`,
    values: [dayId, command],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** One ticket wherever it waits now, if its own stream is open. */
export async function findTicket(tx: Tx, id: string): Promise<TicketRow | null> {
  const rows = await run<Read>(tx, {
    name: 'ticket.one',
    text: `SELECT ${columns} FROM reception_ticket WHERE ticket_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** Counts of a day by stage and by whether they are here; what a closing and an overview need. */
export interface StageCount {
  readonly stage: TicketStage;
  readonly on: string;
  readonly tickets: number;
  readonly persons: number;
  readonly matters: number;
}

export const countByStage = (tx: Tx, dayId: string): Promise<readonly StageCount[]> =>
  run<StageCount>(tx, {
    name: 'ticket.count',
    text: `SELECT stage, sits_on::text AS on, count(*)::int AS tickets, sum(persons)::int AS persons,
                  sum(matters)::int AS matters
             FROM reception_ticket WHERE day_id = $1 GROUP BY stage, sits_on`,
    values: [dayId],
  });

/** Minutes of the last conversations of a day, at most twenty. */
export const findTalks = async (tx: Tx, dayId: string): Promise<readonly number[]> =>
  (
    await run<{ minutes: number }>(tx, {
      name: 'ticket.talks',
      text: `SELECT extract(epoch FROM talk_ended_at - talk_began_at)::float8 / 60 AS minutes
               FROM reception_ticket
              WHERE day_id = $1 AND talk_ended_at IS NOT NULL AND talk_began_at IS NOT NULL
              ORDER BY talk_ended_at DESC LIMIT 20`,
      values: [dayId],
    })
  ).map(({ minutes }) => minutes);

/** How many wait before a place in the queue. */
export async function countBefore(tx: Tx, row: TicketRow): Promise<number> {
  const rows = await run<{ before: number }>(tx, {
    name: 'ticket.before',
    text: `SELECT count(*)::int AS before FROM reception_ticket
            WHERE day_id = $1 AND sits_on = $2::date AND stage = 'waiting'
              AND ((carried = 0), taken_at, series, number) < ($3, $4::timestamptz, $5, $6)`,
    values: [
      row.dayId,
      row.on,
      row.carried === 0,
      new Date(row.takenAt),
      row.number.series,
      row.number.count,
    ],
  });
  return rows[0]?.before ?? 0;
}

/** What changed since a moment, oldest first; null when it is more than a screen would ask for. */
export async function findChanged(
  tx: Tx,
  dayId: string,
  since: number,
): Promise<readonly { id: string; version: number; at: number }[] | null> {
  const most = 500;
  const rows = await run<{ id: string; version: number; at: Date }>(tx, {
    name: 'ticket.changed',
    text: `SELECT ticket_id AS id, version, changed_at AS at FROM reception_ticket
            WHERE day_id = $1 AND changed_at > $2::timestamptz ORDER BY changed_at LIMIT $3`,
    values: [dayId, new Date(since), most],
  });
  if (rows.length === most) return null;
  return rows.map(({ id, version, at }) => ({ id, version, at: at.getTime() }));
}
