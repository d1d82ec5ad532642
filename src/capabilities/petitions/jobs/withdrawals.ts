import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { PetitionDeps } from '../commands/deps.ts';
import { runSystemCommand } from '../commands/run.ts';
import { scopeOf } from '../commands/scope.ts';
import { findOverWithdrawals, type FoundClock } from './found.ts';
import { nothing } from './kinds.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('withdrawals');

/** What may have happened since the clock was read; then there is nothing left to complete. */
const overtaken = ['withdrawal-none', 'petition-concluded'];

/** Every night: withdrawals whose ten days are over end their procedure (P-14). */
export const completeWithdrawalsJob = (depsOf: () => PetitionDeps): JobDefinition =>
  defineJob({
    name: 'petitions.complete-withdrawals',
    schema: nothing,
    schedule: { cron: '10 0 * * *' },
    concurrency: 1,
    handler: async (_, { signal }) => {
      const deps = depsOf();
      await runAll<FoundClock>(
        (after) =>
          deps.db.withActor(scopeOf(actor), 'read', (tx) =>
            findOverWithdrawals(tx, tx.openedAt, after),
          ),
        (clock) => complete(deps, clock),
        signal,
      );
    },
  }) as JobDefinition;

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
