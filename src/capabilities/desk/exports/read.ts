import type { StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, type OrganisationSnapshot } from '../../petitions/index.ts';
import type { ExportView } from '../contract.ts';
import { mayExport } from './ask.ts';
import { lostAfter, requestPlace, type ExportDeps, type ExportRequest } from './deps.ts';
import { findExport, listExportRows, type ExportRow } from './store.ts';

/** The exports of the own unit, newest first: one's own, and those that wait for a second person. */
export async function listExports(
  deps: ExportDeps,
  actor: StaffActor,
): Promise<readonly ExportView[]> {
  if (!mayExport(actor)) return [];
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await listExportRows(tx, actor.unitId, 50);
    const organisation = await deps.organisation(tx);
    return rows.map((row) => viewOf(deps, actor, organisation, row, tx.openedAt));
  });
}

/** One export, for whoever asked for it and for those who may approve it. */
export async function getExport(
  deps: ExportDeps,
  actor: StaffActor,
  exportId: string,
): Promise<ExportView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findExport(tx, exportId);
    if (row === null || !concerns(row, actor)) return null;
    return viewOf(deps, actor, await deps.organisation(tx), row, tx.openedAt);
  });
}

/**
 * The file, for nobody but the person who asked for it, while they may still export for the unit.
 * @returns refusal `not-found`, or `export-not-ready` while it is being made
 */
export async function openExport(
  deps: ExportDeps,
  actor: StaffActor,
  exportId: string,
): Promise<Result<AsyncIterable<Buffer>, Refusal>> {
  const row = await deps.db.withActor(scopeOf(actor), 'read', (tx) => findExport(tx, exportId));
  if (row === null || !isOwn(row, actor)) return refuse('not-found');
  if (row.state !== 'ready' || row.address === null) return refuse('export-not-ready');
  const key = deps.vault.unwrap(row.wrapped, row.key_version);
  return ok(deps.files.get(exportId, key, row.address));
}

/** A post that ended since takes its files along. */
const isOwn = (row: ExportRow, actor: StaffActor): boolean =>
  row.user_id === actor.userId && row.unit_id === actor.unitId && mayExport(actor);

const concerns = (row: ExportRow, actor: StaffActor): boolean =>
  row.user_id === actor.userId || (row.unit_id === actor.unitId && mayExport(actor));

/** Said to be under way, and nobody is at it any more. */
const isLost = (
  { state, created_at: asked, approved_at: approved }: ExportRow,
  now: Date,
): boolean =>
  ['queued', 'running'].includes(state) &&
  now.getTime() - Math.max(asked.getTime(), approved?.getTime() ?? 0) > lostAfter;

function viewOf(
  deps: ExportDeps,
  actor: StaffActor,
  organisation: OrganisationSnapshot,
  row: ExportRow,
  now: Date,
): ExportView {
  const key = deps.vault.unwrap(row.wrapped, row.key_version);
  const opened = deps.vault.open(key, requestPlace(row.export_id), row.sealed).toString('utf8');
  const { reason } = JSON.parse(opened) as ExportRequest;
  const own = row.user_id === actor.userId;
  const state = isLost(row, now) ? 'failed' : row.state;
  const done = state === 'ready';
  return {
    id: row.export_id,
    list: row.list,
    state,
    progress: done ? 1 : Math.min(0.99, row.done_rows / Math.max(1, row.expected_rows)),
    rows: done ? row.done_rows : row.expected_rows,
    personal: row.personal,
    reason,
    askedBy: organisation.userName(row.user_id),
    askedAt: row.created_at.getTime(),
    approvedBy: row.approver === null ? null : organisation.userName(row.approver),
    mayAskAgain: state === 'failed' && isOwn(row, actor),
    mayApprove: row.state === 'awaiting-approval' && !own && mayExport(actor),
    ...(done && isOwn(row, actor) ? { downloadUrl: `/api/v1/exports/${row.export_id}/file` } : {}),
  };
}
