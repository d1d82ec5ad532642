import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../../../kernel/actor.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { loadOrganisation, asSender } from '../../../identity-organisation/index.ts';
import type { OwnOptions, SupervisionDeps } from '../../commands/deps.ts';
import type { PeopleBook } from '../people.ts';

export const tag = 'supervision';

/** The views are readonly all through; the schemas' types are not. */
export const plain = <T>(view: T): never => view as never;

/**
 * Runs a command of whoever is signed in; the same Idempotency-Key does it once.
 * @param about what the key is for: another step with the same key is another command
 */
export async function asStaff<T>(
  deps: SupervisionDeps,
  request: FastifyRequest,
  about: string,
  work: (options: OwnOptions & { readonly actor: StaffActor }) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return asSender(request, deps, ({ actor, commandIdFor, uploadOwner }) =>
    work({ actor, commandId: commandIdFor(about), uploadOwner }),
  );
}

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
