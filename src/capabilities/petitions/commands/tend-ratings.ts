import { daysBetween, localDateOf } from '../../../kernel/local-date.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { defaultPractice } from '../afterwards/practice.ts';
import type { Command } from '../command.ts';
import { findRatingWindows } from '../due-store.ts';
import type { PetitionDeps } from './deps.ts';
import { runSystemCommand } from './run.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('ratings');

/** What may have happened since the window was read; then there is nothing left to do. */
const overtaken = ['rating-none', 'rating-late', 'petition-not-in-status'];

/**
 * Reminds petitioners who have not rated, each time once, and closes windows that are over: from
 * then on silence is a fact of the record (P-11).
 * @param signal aborted when the worker stops
 */
export async function tendRatings(deps: PetitionDeps, signal: AbortSignal): Promise<void> {
  type Found = Awaited<ReturnType<typeof findRatingWindows>>[number];
  let now = 0;
  await runAll<Found>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) => {
        now = tx.openedAt.getTime();
        return findRatingWindows(tx, after);
      }),
    (window) => tend(deps, window, now),
    signal,
  );
}

async function tend(
  deps: PetitionDeps,
  window: { readonly streamId: string; readonly startedAt: Date; readonly dueAt: Date },
  now: number,
): Promise<void> {
  const { reminderDays } = deps.practice ?? defaultPractice;
  if (now >= window.dueAt.getTime()) return send(deps, window, { type: 'closeRating' }, 'close');
  const days = daysBetween(localDateOf(window.startedAt.getTime()), localDateOf(now));
  const reminder = reminderDays.filter((day) => day <= days).length;
  if (reminder > 0) await send(deps, window, { type: 'remindRating', reminder }, `${reminder}`);
}

async function send(
  deps: PetitionDeps,
  { streamId, startedAt }: { readonly streamId: string; readonly startedAt: Date },
  command: Command,
  what: string,
): Promise<void> {
  const about = `${streamId}:${startedAt.getTime()}`;
  const commandId = deriveId(deps.keys, 'system:ratings', what, about);
  const answer = await runSystemCommand(deps, streamId, command, { actor, commandId });
  if (!answer.ok && !overtaken.includes(answer.refusal.code)) {
    throw new StepRefused(answer.refusal);
  }
}
