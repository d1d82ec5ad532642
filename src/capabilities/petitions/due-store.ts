import { run, type Tx } from '../../platform/database/index.ts';

const page = 200;

/** A clock that a job acts on. */
export interface FoundClock {
  readonly streamId: string;
  readonly key: string;
  readonly dueAt: Date;
}

/** Withdrawals whose ten days are over, oldest first (P-14). */
export const findOverWithdrawals = (
  tx: Tx,
  now: Date,
  after: FoundClock | null,
): Promise<readonly FoundClock[]> =>
  run<FoundClock>(tx, {
    name: 'petition.over-withdrawals',
    text: `SELECT stream_id AS "streamId", key, due_at AS "dueAt" FROM petition_clock
            WHERE period = 'withdrawal-revocation' AND stopped_at IS NULL AND due_at <= $1
              AND (due_at, stream_id) > ($2::timestamptz, $3::uuid)
            ORDER BY due_at, stream_id LIMIT ${page}`,
    values: [now, after?.dueAt ?? new Date(0), after?.streamId ?? firstId],
  });

/** Windows to rate that are still open, oldest first: to remind, or to close (P-11). */
export const findRatingWindows = (
  tx: Tx,
  after: FoundClock | null,
): Promise<readonly (FoundClock & { readonly startedAt: Date })[]> =>
  run<FoundClock & { readonly startedAt: Date }>(tx, {
    name: 'petition.rating-windows',
    text: `SELECT stream_id AS "streamId", key, due_at AS "dueAt", started_at AS "startedAt"
             FROM petition_clock
            WHERE period = 'rating-window' AND stopped_at IS NULL
              AND (due_at, stream_id) > ($1::timestamptz, $2::uuid)
            ORDER BY due_at, stream_id LIMIT ${page}`,
    values: [after?.dueAt ?? new Date(0), after?.streamId ?? firstId],
  });

/** Announcements whose days are over, oldest first (G-2). */
export const findOverAnnouncements = (
  tx: Tx,
  now: Date,
  after: FoundClock | null,
): Promise<readonly FoundClock[]> =>
  run<FoundClock>(tx, {
    name: 'petition.over-announcements',
    text: `SELECT stream_id AS "streamId", key, due_at AS "dueAt" FROM petition_clock
            WHERE period = 'announcement' AND stopped_at IS NULL AND due_at <= $1
              AND (due_at, stream_id, key) > ($2::timestamptz, $3::uuid, $4)
            ORDER BY due_at, stream_id, key LIMIT ${page}`,
    values: [now, after?.dueAt ?? new Date(0), after?.streamId ?? firstId, after?.key ?? ''],
  });

/** Questions of competence that the common superior has not decided in its period (Reg. 24). */
export const findOverAdjudications = (
  tx: Tx,
  now: Date,
  after: FoundClock | null,
): Promise<readonly FoundClock[]> =>
  run<FoundClock>(tx, {
    name: 'petition.over-adjudications',
    text: `SELECT stream_id AS "streamId", key, due_at AS "dueAt" FROM petition_clock
            WHERE period = 'adjudication' AND stopped_at IS NULL AND due_at <= $1
              AND (due_at, stream_id, key) > ($2::timestamptz, $3::uuid, $4)
            ORDER BY due_at, stream_id, key LIMIT ${page}`,
    values: [now, after?.dueAt ?? new Date(0), after?.streamId ?? firstId, after?.key ?? ''],
  });

/** Petitions that wait for a place on an agenda at a joint-meeting office; few at a time. */
export async function findSuggested(tx: Tx, unit: string): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.suggested-for-agenda',
    text: `SELECT stream_id FROM desk_item
            WHERE unit_id = $1 AND tasks @> ARRAY['agenda']
            ORDER BY stream_id LIMIT ${page}`,
    values: [unit],
  });
  return idsOf(rows);
}

/** Before every id. */
const firstId = '00000000-0000-0000-0000-000000000000';

const idsOf = (rows: readonly { readonly stream_id: string }[]): string[] =>
  rows.map((row) => row.stream_id);

/** Open petitions whose clocks were last counted by another calendar. */
export async function findOpenByOtherCalendar(
  tx: Tx,
  version: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.open-by-other-calendar',
    text: `SELECT stream_id FROM petition
            WHERE status <> 'concluded' AND calendar_version <> $1 AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT ${page}`,
    values: [version, after ?? firstId],
  });
  return idsOf(rows);
}

/** Concluded petitions on which a clock still runs: review, report, what is carried out. */
export const findRunningByOtherCalendar = (
  tx: Tx,
  version: string,
  now: Date,
  after: FoundClock | null,
): Promise<readonly FoundClock[]> =>
  run<FoundClock>(tx, {
    name: 'petition.running-by-other-calendar',
    text: `SELECT c.stream_id AS "streamId", c.key, c.due_at AS "dueAt"
             FROM petition_clock c JOIN petition p ON p.stream_id = c.stream_id
            WHERE c.stopped_at IS NULL AND c.due_at > $1 AND p.calendar_version <> $2
              AND (c.due_at, c.stream_id, c.key) > ($3::timestamptz, $4::uuid, $5)
            ORDER BY c.due_at, c.stream_id, c.key LIMIT ${page}`,
    values: [now, version, after?.dueAt ?? now, after?.streamId ?? firstId, after?.key ?? ''],
  });

/** What a unit still has: open petitions that it reads, and concluded ones with something to do. */
export async function findAtUnit(
  tx: Tx,
  unit: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.at-unit',
    text: `SELECT stream_id FROM desk_item
            WHERE unit_id = $1 AND (status <> 'concluded' OR tasks <> '{}')
              AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT ${page}`,
    values: [unit, after ?? firstId],
  });
  return idsOf(rows);
}

/** The same for accusations, which stand in no list of a unit (L-5). */
export async function findAccusationsAtUnit(
  tx: Tx,
  unit: string,
  after: string | null,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.accusations-at-unit',
    text: `SELECT stream_id FROM petition
            WHERE accusation AND status <> 'concluded' AND reader_units @> ARRAY[$1]
              AND stream_id > $2::uuid
            ORDER BY stream_id LIMIT ${page}`,
    values: [unit, after ?? firstId],
  });
  return idsOf(rows);
}
