import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { openCase, openStreams, openVisible, systemActor } from '../../../petitions/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { isTaskOverdue } from '../task.ts';
import { findTasksBy, type TaskRow } from '../task-store.ts';
import type { OwnTask } from '../view.ts';
import { foldTask } from './kind.ts';
import { deedView } from './open.ts';

/** Tasks that one person is shown. */
const most = 100;

/** Tasks beside what has become an accusation are shown to nobody here (L-5). */
async function dropShut(
  deps: SponsoredDeps,
  rows: readonly TaskRow[],
): Promise<readonly TaskRow[]> {
  const system = systemActor('case-sponsorship');
  const shut = await deps.db.withActor(scopeOf(system), 'read', async (tx) => {
    const found = new Set<string>();
    for (const id of new Set(rows.map(({ petitionId }) => petitionId))) {
      const folder = await openVisible(tx, deps, system, id);
      if (folder === null || folder.petition.purpose === 'accusation') found.add(id);
    }
    return found;
  });
  return rows.filter(({ petitionId }) => !shut.has(petitionId));
}

/**
 * What somebody has to do as one of the seven, open tasks first by date (S-2): the task itself and who
 * gave it, nothing of the case or the petition.
 * @param now epoch ms
 */
export async function listOwnTasks(
  deps: SponsoredDeps,
  actor: StaffActor,
  now: number,
): Promise<readonly OwnTask[]> {
  const all = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findTasksBy(tx, actorId(actor), most),
  );
  const rows = await dropShut(deps, all);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const open = new Set<string>();
    for (const { caseId, ownOnly } of rows) {
      if (!ownOnly && (await openCase(tx, caseId)) !== null) open.add(caseId);
    }
    const streams = await openStreams(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, caseId }): OwnTask[] => {
      const stream = streams.get(id);
      const task = stream === undefined ? null : foldTask(id, stream.events);
      if (stream === undefined || task === null) return [];
      const said = deedView(stream, organisation);
      return [
        {
          id,
          version: task.version,
          status: task.status,
          label: task.post.label,
          task: stream.field(task.task, 'text'),
          dueDate: task.dueDate,
          overdue: isTaskOverdue(task, localDateOf(now)),
          givenBy: organisation.userName(task.givenBy),
          givenAt: task.givenAt,
          reports: task.reports.map(said),
          returns: task.returns.map(said),
          caseId: open.has(caseId) ? caseId : null,
          mayReport: task.status === 'given',
        },
      ];
    });
  });
}
