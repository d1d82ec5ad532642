import type { StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { isInGroup } from '../policy.ts';
import { findHall } from '../store.ts';

/** Whether somebody may hear of what happens in a hall, or at one of its tables. */
export const mayListen = (
  deps: PetitionDeps,
  actor: StaffActor,
  dayId: string,
  groupId: string | undefined,
): Promise<boolean> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const hall = await findHall(tx, dayId);
    return hall !== null && (groupId === undefined || isInGroup(actor, hall, groupId));
  });
