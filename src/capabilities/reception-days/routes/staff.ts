import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { idempotencyKeyOf } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';

export const tag = 'reception-days';

/** Runs a command of whoever is signed in, under the request's Idempotency-Key. */
export async function asStaff<T>(
  request: FastifyRequest,
  work: (options: {
    readonly actor: StaffActor;
    readonly commandKey: string;
  }) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const staff = requireStaff(request);
  if (!staff.ok) return staff;
  const key = idempotencyKeyOf(request);
  if (!key.ok) return key;
  return work({ actor: staff.value, commandKey: key.value ?? newId() });
}
