import type { Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { openCase, runSystemCommand, systemActor } from '../../../petitions/index.ts';
import { foldSponsored } from '../queries/kind.ts';
import type { SponsoredDeps } from './deps.ts';

const actor = systemActor('case-sponsorship');

/**
 * Whoever answers for a case, or is asked to, reads the petition that it is about. Done after the
 * deed, and again by a retry of it.
 * @param at epoch ms; of the demo
 */
export async function admitLeaders(
  deps: SponsoredDeps,
  caseId: string,
  at: number | undefined,
): Promise<Result<undefined, Refusal>> {
  const found = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitionId = await openCase(tx, caseId);
    const state = petitionId === null ? null : foldSponsored(caseId, await loadEvents(tx, caseId));
    return state;
  });
  if (found === null) return ok(undefined);
  const { petitionId, leader, handOver } = found;
  const units = new Set([leader.unit, ...(handOver === null ? [] : [handOver.to.unit])]);
  for (const unit of units) {
    const admitted = await runSystemCommand(
      deps,
      petitionId,
      { type: 'admitReader', unit },
      {
        actor,
        commandId: deriveId(deps.keys, 'system:case-sponsorship', `admit-${unit}`, caseId),
        ...(at === undefined ? {} : { at }),
      },
    );
    if (!admitted.ok) return admitted;
  }
  return ok(undefined);
}
