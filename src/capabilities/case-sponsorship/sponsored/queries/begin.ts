import type { StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { openVisible } from '../../../petitions/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { leadingPost, mayBegin } from '../policy.ts';
import type { SponsoredCase } from '../view.ts';
import { sponsoredCaseOf } from './open.ts';

/** What the page of a petition shows of a case under a leader. */
export interface SponsoredOfPetition {
  readonly found: SponsoredCase | null;
  readonly mayPropose: boolean;
  readonly mayTake: boolean;
}

/**
 * The case of a petition for its page, and whether this reader may begin one.
 * @returns null when there is no such petition for this reader
 */
export async function sponsoredOfPetition(
  deps: SponsoredDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<SponsoredOfPetition | null> {
  const petition = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const { office, purpose, group, groupHead } = folder.petition;
    const posts = actor.roles.map((role) => ({ unitId: actor.unitId, role }));
    const leads = leadingPost(actor.userId, posts, await deps.organisation(tx)) !== null;
    const open = purpose !== 'accusation' && (group === null || groupHead);
    return { office, open, leads };
  });
  if (petition === null) return null;
  const found = (await sponsoredCaseOf(deps, actor, petitionId)) ?? null;
  const free = found === null && petition.open;
  return {
    found,
    mayPropose: free && mayBegin(actor, 'proposeLeader', petition.office),
    mayTake: free && petition.leads && mayBegin(actor, 'takeCharge', petition.office),
  };
}
