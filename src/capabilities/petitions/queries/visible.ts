import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { openPetition } from '../store.ts';
import { hasAccusation } from '../store-access.ts';
import type { PetitionReads } from './deps.ts';

/**
 * Names of people, but only to somebody who may see the petition.
 * @returns null when there is no such petition for this reader
 */
export async function namesAt(
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
  userIds: readonly string[],
): Promise<readonly string[] | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if (!(await openPetition(tx, petitionId))) return null;
    const organisation = await deps.organisation(tx);
    return userIds.map((userId) => organisation.userName(userId));
  });
}

/** Whether this reader may see an accusation among some petitions; by primary key (0.3 ms). */
export const seesAccusation = (
  deps: PetitionReads,
  actor: StaffActor,
  petitionIds: readonly string[],
): Promise<boolean> =>
  deps.db.withActor(scopeOf(actor), 'read', (tx) => hasAccusation(tx, petitionIds));
