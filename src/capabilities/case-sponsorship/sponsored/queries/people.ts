import type { StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { loadOrganisation } from '../../../identity-organisation/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { leadingPost } from '../policy.ts';

export interface PersonChoice {
  readonly userId: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string };
  /** May take charge of a case. */
  readonly leads: boolean;
}

/** Who can be asked to take charge of a case or to hold one of its posts: staff in an active post. */
export const listPeople = (
  deps: SponsoredDeps,
  actor: StaffActor,
): Promise<readonly PersonChoice[]> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await loadOrganisation(tx);
    return organisation.users.flatMap(({ userId, displayName: name, disabled, posts }) => {
      const led = leadingPost(userId, posts, organisation);
      const unitId = led?.unit ?? posts[0]?.unitId;
      const unit = unitId === undefined ? undefined : organisation.find(unitId);
      if (disabled || unit === undefined) return [];
      return [{ userId, name, unit: { id: unit.id, name: unit.name }, leads: led !== null }];
    });
  });
