import type { LocalDate } from '../../kernel/local-date.ts';
import type { PeriodId } from '../../kernel/periods.ts';
import { run, type Tx } from '../../platform/database/index.ts';
import { rights } from './projection.ts';

/** A clock that ran out while nobody had done what it is for. */
export interface OverdueClock {
  readonly petitionId: string;
  readonly key: string;
  readonly period: PeriodId;
  readonly holder: string;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly dueDate: LocalDate;
  readonly dueAt: number;
}

interface Found extends Omit<OverdueClock, 'startedAt' | 'dueAt'> {
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** Windows of a petitioner's or unit's own right: nobody is late by them. */
const notOwed = [...rights];
const before = { dueAt: 0, petitionId: '00000000-0000-0000-0000-000000000000', key: '' };

/**
 * Duties whose day has passed and that still run, by due moment, a page at a time; a transaction of
 * the system. Those of accusations are among them: who tells anybody asks `findWatched` first (L-5).
 * Walks petition_clock_running (due_at, stream_id). With the join of each one's petition a night over a
 * million of them lasted 89 seconds, asking of petitions only for what is new 47 (bench supervision).
 * @param now epoch ms
 * @param after the last one of the page before
 * @param limit rows of a page
 * @param left periods that are left out
 */
export async function findOverdueClocks(
  tx: Tx,
  now: number,
  after: Pick<OverdueClock, 'dueAt' | 'petitionId' | 'key'> | null,
  limit: number,
  left: readonly PeriodId[],
): Promise<readonly OverdueClock[]> {
  const from = after ?? before;
  const rows = await run<Found>(tx, {
    name: 'petition.overdue-clocks',
    text: `SELECT stream_id AS "petitionId", key, period, holder, started_at AS "startedAt",
                  due_date::text AS "dueDate", due_at AS "dueAt"
             FROM petition_clock
            WHERE stopped_at IS NULL AND due_at <= $1
              AND (due_at, stream_id, key) > ($2::timestamptz, $3::uuid, $4::text)
              AND period <> ALL ($5::text[]) AND holder <> 'petitioner'
            ORDER BY due_at, stream_id, key LIMIT $6`,
    values: [
      new Date(now),
      new Date(from.dueAt),
      from.petitionId,
      from.key,
      [...notOwed, ...left],
      limit,
    ],
  });
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.getTime(),
    dueAt: row.dueAt.getTime(),
  }));
}

/** What supervision needs to know of a petition whose clock ran out. */
export interface Watched {
  readonly id: string;
  readonly office: string;
  readonly regionCode: string;
}

/** Petitions of which anybody may be told; accusations are left out (L-5). A transaction of the system. */
export const findWatched = (tx: Tx, petitionIds: readonly string[]): Promise<readonly Watched[]> =>
  run<Watched>(tx, {
    name: 'petition.watched',
    text: `SELECT stream_id AS id, office, region_code AS "regionCode"
             FROM petition WHERE stream_id = ANY ($1::uuid[]) AND NOT accusation`,
    values: [petitionIds],
  });

/** A clock by which nobody is late any more. */
export interface ClockOver {
  readonly petitionId: string;
  readonly key: string;
  /** Epoch ms; null when it runs on to a later day. */
  readonly stoppedAt: number | null;
}

/**
 * Which of some clocks have stopped, or run to a day still to come; a transaction of the system.
 * @param now epoch ms
 * @param places clocks by their petitions and keys
 */
export async function findClocksOver(
  tx: Tx,
  now: number,
  places: readonly { readonly petitionId: string; readonly key: string }[],
): Promise<readonly ClockOver[]> {
  const rows = await run<{ petitionId: string; key: string; stopped: Date | null }>(tx, {
    name: 'petition.clocks-over',
    text: `SELECT c.stream_id AS "petitionId", c.key, c.stopped_at AS stopped
             FROM unnest($1::uuid[], $2::text[]) AS n(id, key)
             JOIN petition_clock c ON c.stream_id = n.id AND c.key = n.key
            WHERE c.stopped_at IS NOT NULL OR c.due_at > $3`,
    values: [
      places.map(({ petitionId }) => petitionId),
      places.map(({ key }) => key),
      new Date(now),
    ],
  });
  return rows.map(({ stopped, ...row }) => ({ ...row, stoppedAt: stopped?.getTime() ?? null }));
}

/** Duties of one unit whose day came in a window, and how many of them were done by then. */
export interface UnitSteps {
  readonly unit: string;
  readonly due: number;
  readonly kept: number;
}

/**
 * How each unit kept the duties whose day came in a window; a transaction of the system. One look over
 * all clocks, once a night; accusations are left out (L-5).
 * @param from, to first and last day, both inside
 */
export const countSteps = (tx: Tx, from: LocalDate, to: LocalDate): Promise<readonly UnitSteps[]> =>
  run<UnitSteps>(tx, {
    name: 'petition.count-steps',
    text: `SELECT c.holder AS unit, count(*)::int AS due,
                  (count(*) FILTER (WHERE c.stopped_at < c.due_at))::int AS kept
             FROM petition_clock c JOIN petition p ON p.stream_id = c.stream_id
            WHERE c.due_date BETWEEN $1::date AND $2::date AND c.period <> ALL ($3::text[])
              AND c.holder <> 'petitioner' AND NOT p.accusation
            GROUP BY c.holder`,
    values: [from, to, notOwed],
  });
