import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { makeCommitment, type MadeCommitment } from '../../../commitments/index.ts';
import { openCase } from '../../../petitions/index.ts';
import type { PromiseInput } from '../contract.ts';
import { isSponsoredVisible, maySponsored } from '../policy.ts';
import { foldSponsored } from '../queries/kind.ts';
import type { SponsoredDeps } from './deps.ts';

/**
 * What the leader promises the petitioner in a case, with a date (C-1): the petitioner sees it and
 * confirms it.
 * @param options.commandKey chosen by the sender once per form
 * @returns id of the commitment; refusals `not-found`, `not-permitted`, `sponsored-not-in-status`, and
 * those of commitments
 */
export async function promiseInCase(
  deps: SponsoredDeps,
  id: string,
  input: PromiseInput,
  options: { readonly actor: StaffActor; readonly commandKey: string; readonly at?: number },
): Promise<Result<MadeCommitment, Refusal>> {
  const { actor, commandKey, at } = options;
  const sponsored = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if ((await openCase(tx, id)) === null) return null;
    return foldSponsored(id, await loadEvents(tx, id));
  });
  if (sponsored === null || !isSponsoredVisible(actor, sponsored)) return refuse('not-found');
  if (!maySponsored(actor, 'moveMilestone', sponsored)) {
    return refuse('not-permitted', { verb: 'sponsored.lead' });
  }
  if (sponsored.status !== 'open') {
    return refuse('sponsored-not-in-status', { status: sponsored.status });
  }
  return makeCommitment(
    deps,
    {
      source: { kind: 'case-sponsorship', id },
      part: `${actorId(actor)}/${commandKey}`,
      petitionId: sponsored.petitionId,
      promisedTo: 'petitioner',
      text: input.text,
      responsible: { userId: actor.userId },
      unit: input.unit ?? sponsored.unit,
      byUnit: actor.unitId,
      dueDate: input.dueDate,
    },
    { actor, at },
  );
}
