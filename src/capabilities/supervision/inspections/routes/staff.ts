import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../../../kernel/actor.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { idempotencyKeyOf } from '../../../../platform/http/index.ts';
import { deriveId, newId } from '../../../../platform/vault/index.ts';
import { loadOrganisation, requireStaff } from '../../../identity-organisation/index.ts';
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
  const staff = requireStaff(request);
  if (!staff.ok) return staff;
  const key = idempotencyKeyOf(request);
  if (!key.ok) return key;
  const owner = `staff:${staff.value.userId}`;
  const commandId =
    key.value === undefined ? newId() : deriveId(deps.keys, owner, about, key.value);
  return work({ actor: staff.value, commandId, uploadOwner: owner });
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
