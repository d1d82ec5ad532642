import { actorId, type Actor } from '../../../kernel/actor.ts';
import { type Tx, unitOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { insertAccess } from '../store.ts';

/**
 * L-4: leaves the trace of a look at a person's data, in the transaction that looks: what cannot
 * be recorded is not shown.
 * @param tx a transaction of the writing role
 * @param what which part: `person:<id>`, `attachment:<id>`, `paper:<id>`, `similar`, …
 */
export async function recordAccess(
  tx: Tx,
  actor: Actor,
  petitionId: string,
  what: string,
): Promise<void> {
  await insertAccess(tx, {
    streamId: petitionId,
    accessId: newId(tx.openedAt.getTime()),
    actor: actorId(actor),
    unitId: unitOf(actor),
    what,
    at: tx.openedAt,
  });
}
