import { localDateOf } from '../../../../kernel/local-date.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { runAll, StepRefused, systemActor } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { stepOwn } from '../../commands/own-records.ts';
import { findOwnLate } from '../../own-store.ts';
import { recommendationStreamKind } from '../events.ts';
import { recommendationWork } from './recommendation.ts';

const actor = systemActor('recommendations');

/**
 * Tells body and office of each recommendation whose answer, or whose adoption, is late (Reg. 40): once
 * for each day that was missed, however often it runs.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 */
export async function remindLate(
  deps: SupervisionDeps,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const today = localDateOf(now);
  await runAll<string>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) =>
        findOwnLate(tx, recommendationStreamKind, today, after),
      ),
    async (id) => {
      const done = await stepOwn(
        deps,
        recommendationWork,
        id,
        { type: 'remind', input: { today }, compose: () => ({ type: 'remind' as const }) },
        {
          actor,
          commandId: deriveId(deps.keys, 'system:recommendations', 'remind', `${id} ${today}`),
          at: now,
        },
      );
      // Answered since it was read.
      const overtaken = ['recommendation-not-due', 'recommendation-not-in-status'];
      if (!done.ok && !overtaken.includes(done.refusal.code)) throw new StepRefused(done.refusal);
    },
    signal,
  );
}
