import { localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import { announcedUntil } from '../../../kernel/paper-flow.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import {
  findCasesWaiting,
  openCase,
  runAll,
  runCase,
  StepRefused,
  systemActor,
} from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import { foldReview, reviewKind } from '../queries/kind.ts';
import type { ReviewDeps } from './deps.ts';

const actor = systemActor('announcements');

/** What may have happened since the review was read; then there is nothing left to complete. */
const overtaken = ['paper-stage', 'service-announced'];

async function complete(deps: ReviewDeps, id: string, now: number): Promise<void> {
  const review = await deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
    (await openCase(tx, id)) === null ? null : foldReview(id, await loadEvents(tx, id)),
  );
  for (const { id: paperId, stage, announcedAt } of review?.papers ?? []) {
    if (stage !== 'sealed' || announcedAt === undefined) continue;
    const until = announcedUntil(announcedAt);
    if (localDateOf(now) <= until) continue;
    const servedOn = startOfDay(until).getTime();
    const input = { paperId, way: 'announcement', servedOn, proof: null } as const;
    const done = await runCase(
      deps,
      reviewKind,
      id,
      {
        type: 'servePaper',
        input,
        paperId,
        compose: (): ReviewCommand => ({ type: 'servePaper', ...input }),
      },
      {
        actor,
        commandId: deriveId(deps.keys, 'system:announcements', 'serve', `${id}:${paperId}`),
        at: now,
      },
    );
    if (!done.ok && !overtaken.includes(done.refusal.code)) throw new StepRefused(done.refusal);
  }
}

/**
 * Lets every announced paper of a review whose days are over take effect as service, on the last day
 * however late the job runs (G-2). A second run finds nothing; one that is too early changes nothing.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 * @returns how many reviews were looked at
 */
export const completeReviewAnnouncements = (
  deps: ReviewDeps,
  now: number,
  signal: AbortSignal,
): Promise<number> =>
  runAll<string>(
    (after) =>
      // The reading role sees lines of its own units alone.
      deps.db.withActor(scopeOf(actor), 'write', (tx) =>
        findCasesWaiting(tx, reviewKind.kind, 'paper-serve', after),
      ),
    (id) => complete(deps, id, now),
    signal,
  );
