import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { openPetition } from '../store.ts';
import { isAccusationRow } from '../store-access.ts';
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

/** Whether a petition is an accusation that this reader may see; one primary key (0.3 ms). */
export const isHiddenAccusation = (
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
): Promise<boolean> =>
  deps.db.withActor(scopeOf(actor), 'read', (tx) => isAccusationRow(tx, petitionId));
