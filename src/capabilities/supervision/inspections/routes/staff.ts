import type { StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { loadOrganisation } from '../../../identity-organisation/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import type { PeopleBook } from '../people.ts';

/** People as teams name them: by account, or by a name that nobody shares. */
export const peopleBook = (deps: SupervisionDeps, actor: StaffActor): Promise<PeopleBook> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const { users } = await loadOrganisation(tx);
    return (called) => {
      const account = users.find(({ userName }) => userName === called);
      const byName = users.filter(({ displayName }) => displayName === called);
      const user = account ?? (byName.length === 1 ? byName[0] : undefined);
      if (user === undefined || user.disabled) return undefined;
      return { userId: user.userId, units: [...new Set(user.posts.map(({ unitId }) => unitId))] };
    };
  });
