import { startOfDay } from '../../../kernel/local-date.ts';
import { announcedUntil } from '../../../kernel/paper-flow.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { findOverAnnouncements, type FoundClock } from '../due-store.ts';
import { findPaper } from '../petition.ts';
import { openFolder } from '../queries/folder.ts';
import type { PetitionDeps } from './deps.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';
import { runSystemCommand } from './run.ts';

const actor = systemActor('announcements');

/** What may have happened since the clock was read; then there is nothing left to complete. */
const overtaken = ['paper-stage', 'service-announced'];

/**
 * Lets every announcement whose days are over take effect as service, on its last day however late
 * the job runs; what follows is counted from that day (G-2). A second run finds nothing.
 * @param signal aborted when the worker stops
 */
export async function completeAnnouncements(
  deps: PetitionDeps,
  signal: AbortSignal,
): Promise<void> {
  await runAll<FoundClock>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) =>
        findOverAnnouncements(tx, tx.openedAt, after),
      ),
    (clock) => complete(deps, clock),
    signal,
  );
}

/** `announcement:<paper>#2` → the paper. */
const paperOf = (key: string): string => (key.split(':')[1] ?? '').split('#')[0] ?? '';

async function complete(deps: PetitionDeps, { streamId, key }: FoundClock): Promise<void> {
  const paperId = paperOf(key);
  const folder = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    openFolder(tx, deps.vault, streamId),
  );
  const paper = folder === null ? undefined : findPaper(folder.petition, paperId);
  if (paper?.announcedAt === undefined) return;
  const answer = await runSystemCommand(
    deps,
    streamId,
    {
      type: 'servePaper',
      paperId,
      way: 'announcement',
      servedOn: startOfDay(announcedUntil(paper.announcedAt)).getTime(),
      proof: null,
    },
    {
      actor,
      commandId: deriveId(deps.keys, 'system:announcements', 'serve', `${streamId}:${key}`),
    },
  );
  if (!answer.ok && !overtaken.includes(answer.refusal.code)) {
    throw new StepRefused(answer.refusal);
  }
}
