import type { LocalDate } from '../../../kernel/local-date.ts';
import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { PostTask, TaskStatus } from './task.ts';

/** The task of one of the seven as lists and the scope of readers need it. */
export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly petitionId: string;
  readonly post: string;
  readonly ownOnly: boolean;
  readonly status: TaskStatus;
  readonly dueDate: LocalDate;
  /** As actor; null for somebody without an account. */
  readonly holder: string | null;
  /** Epoch ms. */
  readonly givenAt: number;
  readonly version: number;
}

export const rowOfTask = (task: PostTask): TaskRow => ({
  id: task.id,
  caseId: task.caseId,
  petitionId: task.petitionId,
  post: task.post.code,
  ownOnly: task.post.ownOnly,
  status: task.status,
  dueDate: task.dueDate,
  holder: task.holder.userId === null ? null : `staff:${task.holder.userId}`,
  givenAt: task.givenAt,
  version: task.version,
});

type Stored = Omit<TaskRow, 'givenAt'> & { readonly givenAt: Date };
const read = (row: Stored): TaskRow => ({ ...row, givenAt: row.givenAt.getTime() });

const columns = `stream_id AS id, case_id AS "caseId", petition_id AS "petitionId", post,
  own_only AS "ownOnly", status, due_on::text AS "dueDate", holder, given_at AS "givenAt", version`;

/** Writes a task's row as it is after a command; its own stream must be open. */
export function writeTask(tx: Tx, row: TaskRow): void {
  send(tx, {
    name: 'sponsored-task.write',
    text: `INSERT INTO sponsored_task (stream_id, case_id, petition_id, post, own_only, status,
                                       due_on, holder, given_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8, $9, $10)
           ON CONFLICT (stream_id) DO UPDATE
             SET case_id = excluded.case_id, petition_id = excluded.petition_id,
                 post = excluded.post, own_only = excluded.own_only, status = excluded.status,
                 due_on = excluded.due_on, holder = excluded.holder,
                 given_at = excluded.given_at, version = excluded.version`,
    values: [
      row.id,
      row.caseId,
      row.petitionId,
      row.post,
      row.ownOnly,
      row.status,
      row.dueDate,
      row.holder,
      new Date(row.givenAt),
      row.version,
    ],
  });
}

/** One task: of a case that is open, or the reader's own; nothing for everybody else. */
export async function findTask(tx: Tx, id: string): Promise<TaskRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'sponsored-task.find',
    text: `SELECT ${columns} FROM sponsored_task WHERE stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** The tasks of cases whose streams are open, oldest first; by the index on case. */
export async function findTasksOf(tx: Tx, caseIds: readonly string[]): Promise<readonly TaskRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'sponsored-task.of-cases',
    text: `SELECT ${columns} FROM sponsored_task WHERE case_id = ANY ($1::uuid[])
            ORDER BY given_at, stream_id`,
    values: [caseIds],
  });
  return rows.map(read);
}

/** What somebody has to do or has done, open ones first by date; by the index on holder. */
export async function findTasksBy(
  tx: Tx,
  holder: string,
  limit: number,
): Promise<readonly TaskRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'sponsored-task.of-holder',
    text: `SELECT ${columns} FROM sponsored_task WHERE holder = $1 AND status <> 'withdrawn'
            ORDER BY status <> 'given', due_on, stream_id LIMIT $2`,
    values: [holder, limit],
  });
  return rows.map(read);
}

/** Cases of which somebody sees the own task alone, whatever their unit reads. */
export async function findOwnOnlyCases(tx: Tx, holder: string): Promise<ReadonlySet<string>> {
  const rows = await run<{ id: string }>(tx, {
    name: 'sponsored-task.own-only',
    text: `SELECT DISTINCT case_id AS id FROM sponsored_task WHERE holder = $1 AND own_only AND status <> 'withdrawn'`,
    values: [holder],
  });
  return new Set(rows.map(({ id }) => id));
}
