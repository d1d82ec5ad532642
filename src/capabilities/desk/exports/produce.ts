import type { StaffActor } from '../../../kernel/actor.ts';
import type { DatabaseScope } from '../../../platform/database/index.ts';
import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { keepFiles, revealPeople, type PetitionLine } from '../../petitions/index.ts';
import { mayExport } from './ask.ts';
import {
  exportKind,
  exportRetry,
  mostRows,
  requestPlace,
  type ExportDeps,
  type ExportRequest,
} from './deps.ts';
import { pageOf } from './pages.ts';
import { Sheet, type SheetPerson } from './sheet.ts';
import { findExport, moveExport, type ExportRow } from './store.ts';

const system: DatabaseScope = { actor: 'system:exports', units: [], roles: ['system'] };
const pageRows = 500;

/** The job that makes files; harmless when it runs twice. */
export const exportJob = (deps: () => ExportDeps): JobDefinition =>
  defineJob({
    ...exportKind,
    concurrency: 1,
    retry: exportRetry,
    handler: async ({ exportId }, { attempt }) => {
      try {
        await produceExport(deps(), exportId);
      } catch (error) {
        // Nobody tries again: whoever waits for the file is told.
        if (attempt > exportRetry.limit) await giveUpExport(deps(), exportId);
        throw error;
      }
    },
  });

/** An export that will not be made; it can be asked for again. */
export const giveUpExport = (deps: ExportDeps, exportId: string): Promise<void> =>
  move(deps, exportId, { state: 'failed', doneRows: 0, address: null });

/**
 * Makes the file of an export as the person who asked, with the posts of today, page by page with
 * progress. 50,000 rows keep under 80 MB of memory.
 */
export async function produceExport(deps: ExportDeps, exportId: string): Promise<void> {
  const begun = await deps.db.withActor(system, 'write', async (tx) => {
    const row = await findExport(tx, exportId);
    if (row === null || !['queued', 'running'].includes(row.state)) return null;
    const actor = await deps.findActor(tx, row.user_id, row.unit_id);
    const able = actor !== null && mayExport(actor);
    await moveExport(tx, exportId, {
      state: able ? 'running' : 'failed',
      doneRows: 0,
      address: null,
    });
    const organisation = await deps.organisation(tx);
    const named = { asker: organisation.userName(row.user_id), approver: '' };
    if (row.approver !== null) named.approver = organisation.userName(row.approver);
    return able ? { row, actor, named, now: tx.openedAt.getTime() } : null;
  });
  if (begun === null) return;
  const { row, actor, named, now } = begun;
  const key = deps.vault.unwrap(row.wrapped, row.key_version);
  const opened = deps.vault.open(key, requestPlace(exportId), row.sealed).toString('utf8');
  const request = JSON.parse(opened) as ExportRequest;
  const sheet = new Sheet({
    askedBy: named.asker,
    askedAt: row.created_at.getTime(),
    reason: request.reason,
    approvedBy: row.approver === null ? null : named.approver,
    language: request.language,
    personal: row.personal,
  });
  const [stored, rows] = await Promise.all([
    deps.files.put(exportId, key, sheet.bytes),
    fill(deps, sheet, { row, actor, request, now }),
  ]);
  if (!stored.ok) throw Object.assign(new Error('export not stored'), { code: 'ENOSPC' });
  const { address } = stored.value;
  await deps.db.withActor(system, 'write', async (tx) => {
    await keepFiles(tx, exportId, [address]);
    await moveExport(tx, exportId, { state: 'ready', doneRows: rows, address });
  });
}

const move = (
  deps: ExportDeps,
  exportId: string,
  change: Parameters<typeof moveExport>[2],
): Promise<void> => deps.db.withActor(system, 'write', (tx) => moveExport(tx, exportId, change));

interface Filling {
  readonly row: ExportRow;
  readonly actor: StaffActor;
  readonly request: ExportRequest;
  readonly now: number;
}

async function fill(deps: ExportDeps, sheet: Sheet, filling: Filling): Promise<number> {
  const { row, actor, request, now } = filling;
  let after: string | null = null;
  let rows = 0;
  try {
    do {
      const asked = { list: row.list, query: request.query };
      const page = await pageOf(deps, actor, asked, { after, limit: pageRows, now });
      if (!page.ok) throw new Error(`The list of an export is refused: ${page.refusal.code}`);
      for (const line of page.value.items) {
        sheet.add({ line, people: row.personal ? await peopleOf(deps, actor, line, row) : [] });
      }
      rows += page.value.items.length;
      after = page.value.next;
      await move(deps, row.export_id, { state: 'running', doneRows: rows, address: null });
    } while (after !== null && rows < mostRows);
    if (after !== null) sheet.addCut(mostRows);
    await sheet.close();
  } catch (error) {
    // Whoever reads the bytes must not wait for more.
    sheet.bytes.destroy(error instanceof Error ? error : new Error('export failed'));
    throw error;
  }
  return rows;
}

/** People in full where the asker may see them; each petition's look is recorded (L-4). */
async function peopleOf(
  deps: ExportDeps,
  actor: StaffActor,
  line: PetitionLine,
  row: ExportRow,
): Promise<readonly SheetPerson[]> {
  const people = await revealPeople(deps, actor, line.id, `export:${row.export_id}`);
  return people.map((fields) => ({
    name: fields['organisation'] ?? fields['name'] ?? '',
    mobile: fields['mobile'] ?? fields['landline'] ?? '',
    address: fields['address'] ?? '',
  }));
}
