import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { isVisible } from '../policy.ts';
import { findHolders, findNumbers, openPetition } from '../store.ts';
import { hasAccusation } from '../store-access.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder, type Folder } from './folder.ts';

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

/**
 * A petition for another record that hangs on it; afterwards the petition's stream is open.
 * @param tx a transaction of the actor
 * @returns null when there is no such petition for this actor (404, never 403)
 */
export async function openVisible(
  tx: Tx,
  deps: Pick<PetitionReads, 'vault'>,
  actor: Actor,
  petitionId: string,
): Promise<Folder | null> {
  const folder = await openFolder(tx, deps.vault, petitionId);
  return folder !== null && isVisible(actor, folder.petition) ? folder : null;
}

/** The numbers of those of some petitions that row-level security shows, by petition. */
export const visibleNumbers = (
  tx: Tx,
  petitionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => findNumbers(tx, petitionIds);

/** The same with who has each of them now. */
export const visibleHolders = (
  tx: Tx,
  petitionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly holder: string }>> =>
  findHolders(tx, petitionIds);
