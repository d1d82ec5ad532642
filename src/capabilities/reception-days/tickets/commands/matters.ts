import type { Actor } from '../../../../kernel/actor.ts';
import { setStreams, type Tx } from '../../../../platform/database/index.ts';
import { findCommand } from '../../../../platform/record/index.ts';
import { openVisible, type PetitionDeps } from '../../../petitions/index.ts';
import type { Matter } from '../ticket.ts';

/**
 * Whether a conversation can have come to a petition. One that was joined must be seen by whoever
 * says so; one that was just registered may be an accusation, which its clerk does not see again
 * (L-5): there it is enough that it exists. The petition's stream is open afterwards.
 */
export async function petitionExists(
  tx: Tx,
  deps: PetitionDeps,
  actor: Actor,
  petitionId: string,
  how: Matter['how'],
): Promise<boolean> {
  if (how === 'joined') return (await openVisible(tx, deps, actor, petitionId)) !== null;
  await setStreams(tx, [petitionId]);
  return (await findCommand(tx, petitionId, petitionId)) !== null;
}
