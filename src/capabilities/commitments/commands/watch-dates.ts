import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { scopeOf, setStreams } from '../../../platform/database/index.ts';
import { openVisible, systemActor } from '../../petitions/index.ts';
import type { CommitmentRow } from '../projection.ts';
import { openRecord } from '../queries/open.ts';
import { listDue } from '../store.ts';
import type { CommitmentDeps } from './deps.ts';
import { leaderNews, promiseeNews, tell, type News } from './tell.ts';

const actor = systemActor('commitments');

/** Days before its date on which a promise is recalled; an assumption of this program. */
export const recallDays = 3;
/** Days after its date on which a missed one is still told, once, where the worker had stood still. */
const stillNews = 14;
const page = 200;

async function watchOne(deps: CommitmentDeps, row: CommitmentRow, today: string): Promise<void> {
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder =
      row.petitionId === null ? null : await openVisible(tx, deps, actor, row.petitionId);
    const opened = await openRecord(tx, deps, row.id);
    if (opened === null) return;
    const { commitment } = opened;
    const petition = folder?.petition ?? null;
    await setStreams(tx, [row.id, ...(petition === null ? [] : [petition.id])]);
    const overdue = row.dueDate < today;
    const staff = overdue ? 'commitment-overdue-staff' : 'commitment-for-staff';
    const units = overdue ? [...new Set([commitment.unit, commitment.byUnit])] : [commitment.unit];
    const news: readonly News[] = [
      ...promiseeNews(commitment, overdue ? 'commitment-overdue' : 'commitment-due'),
      ...units.map((unit): News => ({ to: { kind: 'unit', unit }, template: staff })),
      ...leaderNews(commitment, staff),
    ];
    const because = `${row.id}/${row.dueDate}/${overdue ? 'overdue' : 'due'}`;
    await tell(tx, deps, { commitment, petition }, news, because);
  });
}

/**
 * Recalls promises shortly before their date, and tells everybody concerned when it has passed: the
 * petitioner, the unit, whoever promised. Run daily; each date is told once however often it runs.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 */
export async function watchDates(
  deps: CommitmentDeps,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const today = localDateOf(now);
  const until = addDays(today, recallDays);
  let after = {
    dueDate: String(addDays(today, -stillNews)),
    id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  };
  for (;;) {
    const rows = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
      listDue(tx, until, after, page),
    );
    for (const row of rows) {
      signal.throwIfAborted();
      await watchOne(deps, row, today);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { dueDate: last.dueDate, id: last.id };
  }
}
