import { scopeOf } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import {
  findOpenCasesOf,
  heirOf,
  runAll,
  runCase,
  StepRefused,
  systemActor,
} from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import { reviewKind } from '../queries/kind.ts';
import type { ReviewDeps } from './deps.ts';

const actor = systemActor('succession');

/**
 * Gives every open review that a merged or abolished unit decided, read or was barred from to its
 * successor (O-1, Reg. 24), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export async function succeedReviews(
  deps: ReviewDeps,
  { from, to }: { readonly from: string; readonly to: string },
  signal: AbortSignal,
): Promise<void> {
  const scope = scopeOf(actor);
  const heir = await deps.db.withActor(scope, 'read', async (tx) =>
    heirOf(await deps.organisation(tx), to),
  );
  await runAll<string>(
    (after) =>
      deps.db.withActor(scope, 'read', (tx) => findOpenCasesOf(tx, reviewKind.kind, from, after)),
    async (id) => {
      const input = { from, to: heir };
      const done = await runCase(
        deps,
        reviewKind,
        id,
        {
          type: 'succeedBody',
          input,
          compose: (): ReviewCommand => ({ type: 'succeedBody', ...input }),
        },
        { actor, commandId: deriveId(deps.keys, 'system:succession', `${from}>${heir}`, id) },
      );
      if (!done.ok) throw new StepRefused(done.refusal);
    },
    signal,
  );
}
