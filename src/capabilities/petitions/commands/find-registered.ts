import { actorId, type Actor } from '../../../kernel/actor.ts';
import { findCommand } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../platform/vault/index.ts';
import type { RegistrationInput } from '../contract.ts';
import type { PetitionDeps } from './deps.ts';
import { scopeOf } from '../../../platform/database/index.ts';

/** `other`: the key was used for another content. */
export type RegisteredBefore = 'new' | 'same' | 'other';

/**
 * Which of some registrations were made before, without making any: an import that runs again
 * draws no numbers.
 * @param sender whose keys they are: the actor that registers
 * @returns one answer for each, in order
 */
export function findRegistered(
  deps: PetitionDeps,
  sender: Actor,
  sent: readonly { readonly commandKey: string; readonly input: RegistrationInput }[],
): Promise<RegisteredBefore[]> {
  const scope = scopeOf({ kind: 'system', name: 'import' });
  // Who reads petitions may not read commands; only the writing role does.
  return deps.db.withActor(scope, 'write', async (tx) => {
    const answers: RegisteredBefore[] = [];
    for (const { commandKey, input } of sent) {
      const id = deriveId(deps.keys, actorId(sender), 'register', commandKey);
      const before = await findCommand(tx, id, id);
      const same = before?.bodyHash.equals(bodyHashOf(deps.keys, input));
      answers.push(before === null ? 'new' : same === true ? 'same' : 'other');
    }
    return answers;
  });
}
