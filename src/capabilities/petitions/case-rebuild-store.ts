import { run, type Tx } from '../../platform/database/index.ts';
import type { CaseItem, CaseProjection, CaseState, NamedAlone } from './case.ts';

/** The row of a record beside a petition in plain values, as the record says it should be. */
export const caseRowOf = (kind: string, state: CaseState, { row }: CaseProjection) => ({
  kind,
  petition: state.petitionId,
  state: row.state,
  open: row.open,
  subject: row.subject,
  holder: row.holder,
  readers: row.readers,
  version: state.version,
  calendarVersion: state.calendarVersion,
  openedAt: row.openedAt,
});

/** What the row is; the stream must be open. */
export async function readCaseRow(tx: Tx, streamId: string): Promise<unknown> {
  const [found] = await run<{ row: unknown }>(tx, {
    name: 'case.rebuild-row',
    text: `SELECT jsonb_build_object('kind', kind, 'petition', petition_id, 'state', state,
             'open', open, 'subject', subject, 'holder', holder, 'readers', reader_units,
             'version', version, 'calendarVersion', calendar_version,
             'openedAt', round(extract(epoch FROM opened_at) * 1000),
             'named', to_jsonb(named)) AS row
             FROM case_record WHERE stream_id = $1`,
    values: [streamId],
  });
  return found?.row;
}

/** What should wait at each unit. */
export const itemRowsOf = (
  kind: string,
  petition: string,
  items: readonly CaseItem[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    items.map(({ unit, tasks, officer, clock }) => [
      unit,
      {
        kind,
        petition,
        officer,
        tasks,
        period: clock?.period ?? null,
        startedAt: clock?.startedAt ?? null,
        dueDate: clock?.dueDate ?? null,
        dueAt: clock?.dueAt ?? null,
        provisional: clock?.provisional ?? false,
      },
    ]),
  );

/** What waits at each unit in a record; rows of units where nothing should wait are read too. */
export async function readItemRows(
  tx: Tx,
  caseId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const rows = await run<{ unit: string; row: unknown }>(tx, {
    name: 'case.rebuild-items',
    text: `SELECT unit_id AS unit, jsonb_build_object('kind', kind, 'petition', petition_id,
             'officer', officer, 'tasks', tasks, 'period', clock_period,
             'startedAt', round(extract(epoch FROM clock_started_at) * 1000),
             'dueDate', due_date,
             'dueAt', CASE WHEN clock_period IS NOT NULL OR due_at < '9999-12-31T00:00:00Z'
                           THEN round(extract(epoch FROM due_at) * 1000) END,
             'provisional', provisional) AS row
             FROM case_item WHERE case_id = $1`,
    values: [caseId],
  });
  return Object.fromEntries(rows.map(({ unit, row }) => [unit, row]));
}

/** Who alone may see the records of a petition, by its own row, which is made again before them. */
export async function findNamed(tx: Tx, petitionId: string): Promise<NamedAlone> {
  const [row] = await run<{ named: readonly string[] | null }>(tx, {
    name: 'case.rebuild-named',
    text: 'SELECT CASE WHEN accusation THEN named END AS named FROM petition WHERE stream_id = $1',
    values: [petitionId],
  });
  return row?.named ?? null;
}
