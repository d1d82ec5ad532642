import { deriveId } from '../../../platform/vault/index.ts';
import type { PetitionDeps } from './deps.ts';
import { runSystemCommand } from './run.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { findOverWithdrawals, type FoundClock } from '../due-store.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('withdrawals');

/** What may have happened since the clock was read; then there is nothing left to complete. */
const overtaken = ['withdrawal-none', 'petition-concluded'];

/**
 * Ends the procedure of every withdrawal whose ten days are over (P-14).
 * @param signal aborted when the worker stops
 */
export async function completeWithdrawals(deps: PetitionDeps, signal: AbortSignal): Promise<void> {
  await runAll<FoundClock>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) =>
        findOverWithdrawals(tx, tx.openedAt, after),
      ),
    (clock) => complete(deps, clock),
    signal,
  );
}

async function complete(deps: PetitionDeps, { streamId, key }: FoundClock): Promise<void> {
  const idOf = (what: string): string =>
    deriveId(deps.keys, 'system:withdrawals', what, `${streamId}:${key}`);
  const answer = await runSystemCommand(
    deps,
    streamId,
    { type: 'completeWithdrawal', paperId: idOf('paper') },
    { actor, commandId: idOf('complete') },
  );
  if (!answer.ok && !overtaken.includes(answer.refusal.code)) {
    throw new StepRefused(answer.refusal);
  }
}
