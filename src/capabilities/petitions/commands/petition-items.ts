import { setStream, type Tx } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import type { PetitionDeps } from './deps.ts';

/**
 * The opened words of a petition that the actor has passed already, for the paper of another record.
 * Leaves the petition's stream alone open.
 */
export async function openPetitionItems(
  tx: Tx,
  deps: Pick<PetitionDeps, 'vault'>,
  petitionId: string,
): Promise<ReadonlyMap<string, unknown>> {
  await setStream(tx, petitionId);
  return openItems(tx, deps, petitionId, await caseKeyOf(tx, deps, petitionId));
}
