import { localDate, type LocalDate } from '../../kernel/local-date.ts';
import { run, send, type Tx } from '../../platform/database/index.ts';
import type {
  DayPlan,
  Notice,
  ReceptionDay,
  ReceptionKind,
  ReceptionState,
} from './reception-day.ts';

/** What lists and the portal show of a day. */
export interface DayRow {
  readonly id: string;
  readonly unit: string;
  readonly state: ReceptionState;
  readonly kind: ReceptionKind;
  readonly on: LocalDate;
  readonly plan: DayPlan;
  readonly notice: Notice | null;
  /** Epoch ms. */
  readonly plannedAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly cancelled: { readonly at: number; readonly reason: string } | null;
  readonly version: number;
}

interface Read extends Omit<DayRow, 'on' | 'plannedAt' | 'openedAt' | 'closedAt'> {
  readonly on: string;
  readonly plannedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

const columns = `stream_id AS id, unit_id AS unit, state, kind, reception_on::text AS on, plan,
  notice, planned_at AS "plannedAt", opened_at AS "openedAt", closed_at AS "closedAt", cancelled,
  version`;

const rowOf = (read: Read): DayRow => ({
  ...read,
  on: localDate(read.on),
  plannedAt: read.plannedAt.getTime(),
  openedAt: read.openedAt?.getTime() ?? null,
  closedAt: read.closedAt?.getTime() ?? null,
});

/** The row that follows from a day's state. */
export const dayRowOf = (day: ReceptionDay): DayRow => ({
  id: day.id,
  unit: day.unit,
  state: day.state,
  kind: day.plan.kind,
  on: day.plan.on,
  plan: day.plan,
  notice: day.notice,
  plannedAt: day.plannedAt,
  openedAt: day.openedAt,
  closedAt: day.closedAt,
  cancelled: day.cancelled,
  version: day.version,
});

export async function findDay(tx: Tx, id: string): Promise<DayRow | null> {
  const rows = await run<Read>(tx, {
    name: 'reception.day',
    text: `SELECT ${columns} FROM reception_day WHERE stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/**
 * Keeps a day from being closed until the end of the transaction: whoever takes a ticket holds it,
 * side by side with others who do; closing waits for them and counts afterwards.
 */
export async function holdDay(tx: Tx, id: string): Promise<DayRow | null> {
  const rows = await run<Read>(tx, {
    name: 'reception.hold-day',
    text: `SELECT ${columns} FROM reception_day WHERE stream_id = $1 FOR SHARE`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** Locks the row against whoever holds it, before anything is counted. */
export async function lockDay(tx: Tx, id: string): Promise<DayRow | null> {
  const rows = await run<Read>(tx, {
    name: 'reception.lock-day',
    text: `SELECT ${columns} FROM reception_day WHERE stream_id = $1 FOR UPDATE`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** Days from one date to another, both included; a year of a province is a few thousand. */
export const findDays = async (
  tx: Tx,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly DayRow[]> =>
  (
    await run<Read>(tx, {
      name: 'reception.days',
      text: `SELECT ${columns} FROM reception_day
              WHERE reception_on BETWEEN $1::date AND $2::date
              ORDER BY reception_on, stream_id LIMIT 5000`,
      values: [from, to],
    })
  ).map(rowOf);

export function writeDay(tx: Tx, day: ReceptionDay): void {
  const row = dayRowOf(day);
  send(tx, {
    name: 'reception.write-day',
    text: `INSERT INTO reception_day (stream_id, unit_id, state, kind, reception_on, plan, notice,
                                      planned_at, opened_at, closed_at, cancelled, version)
           VALUES ($1, $2, $3, $4, $5::date, $6::jsonb, $7::jsonb, $8::timestamptz,
                   $9::timestamptz, $10::timestamptz, $11::jsonb, $12)
           ON CONFLICT (stream_id) DO UPDATE
             SET unit_id = excluded.unit_id, state = excluded.state, kind = excluded.kind,
                 reception_on = excluded.reception_on, plan = excluded.plan,
                 notice = excluded.notice, planned_at = excluded.planned_at,
                 opened_at = excluded.opened_at, closed_at = excluded.closed_at,
                 cancelled = excluded.cancelled, version = excluded.version`,
    values: [
      row.id,
      row.unit,
      row.state,
      row.kind,
      row.on,
      JSON.stringify(row.plan),
      row.notice === null ? null : JSON.stringify(row.notice),
      new Date(row.plannedAt),
      row.openedAt === null ? null : new Date(row.openedAt),
      row.closedAt === null ? null : new Date(row.closedAt),
      row.cancelled === null ? null : JSON.stringify(row.cancelled),
      row.version,
    ],
  });
}
