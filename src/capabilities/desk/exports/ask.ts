import type { StaffActor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Language } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { scopeOf } from '../../petitions/index.ts';
import type { NewExport } from '../contract.ts';
import { requestPlace, rowsWithoutApproval, type ExportDeps, type ExportRequest } from './deps.ts';
import { pageOf } from './pages.ts';
import { decideExport, findExport, insertExport } from './store.ts';

export const mayExport = (actor: StaffActor): boolean =>
  isGranted(actor.roles, 'petition.export', new Set(['unit']));

/**
 * Asks for a list as a file. Up to 500 rows without personal data are made at once; more, or any
 * personal data, wait for a second person.
 * @returns the export's id; refusal `not-permitted`, or those of the list's query
 */
export async function askExport(
  deps: ExportDeps,
  actor: StaffActor,
  asked: NewExport,
  language: Language,
  now: number,
): Promise<Result<{ readonly id: string }, Refusal>> {
  if (!mayExport(actor)) return refuse('not-permitted', { verb: 'petition.export' });
  const limit = rowsWithoutApproval + 1;
  const first = await pageOf(deps, actor, asked, { after: null, limit, now });
  if (!first.ok) return first;
  const rows = first.value.items.length;
  const more = first.value.next !== null || rows > rowsWithoutApproval;
  const waits = asked.personal || more;
  const id = newId();
  const { key, wrapped, keyVersion } = deps.vault.newCaseKey();
  const request: ExportRequest = { query: asked.query, reason: asked.reason, language };
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    await insertExport(tx, {
      export_id: id,
      user_id: actor.userId,
      unit_id: actor.unitId,
      list: asked.list,
      personal: asked.personal,
      key_version: keyVersion,
      wrapped,
      sealed: deps.vault.seal(key, requestPlace(id), JSON.stringify(request)),
      state: waits ? 'awaiting-approval' : 'queued',
      expected_rows: rows,
      created_at: tx.openedAt,
    });
    if (!waits) await deps.enqueueExport(tx, id);
  });
  return ok({ id });
}

/**
 * Asks once more for what was asked before, as when no file came of it: a new export under the same
 * rules, of the list as it is now.
 * @returns the new export's id; refusal `not-found` for whoever did not ask, or those of asking
 */
export async function askExportAgain(
  deps: ExportDeps,
  actor: StaffActor,
  exportId: string,
  now: number,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const row = await deps.db.withActor(scopeOf(actor), 'read', (tx) => findExport(tx, exportId));
  if (row === null || row.user_id !== actor.userId || row.unit_id !== actor.unitId) {
    return refuse('not-found');
  }
  const key = deps.vault.unwrap(row.wrapped, row.key_version);
  const opened = deps.vault.open(key, requestPlace(exportId), row.sealed).toString('utf8');
  const { query, reason, language } = JSON.parse(opened) as ExportRequest;
  const asked = { list: row.list, query: { ...query }, reason, personal: row.personal };
  return askExport(deps, actor, asked, language, now);
}

/**
 * A second person of the same unit allows an export, or refuses it.
 * @returns refusal `second-person-required` for whoever asked, `not-found` outside the unit,
 *   `export-decided` when it was decided before
 */
export async function approveExport(
  deps: ExportDeps,
  actor: StaffActor,
  exportId: string,
  approved: boolean,
): Promise<Result<undefined, Refusal>> {
  if (!mayExport(actor)) return refuse('not-permitted', { verb: 'petition.export' });
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const row = await findExport(tx, exportId);
    if (row === null || row.unit_id !== actor.unitId) return refuse('not-found');
    if (row.user_id === actor.userId) return refuse('second-person-required');
    const decided = await decideExport(tx, exportId, actor.userId, approved ? 'queued' : 'refused');
    if (!decided) return refuse('export-decided');
    if (approved) await deps.enqueueExport(tx, exportId);
    return ok(undefined);
  });
}
