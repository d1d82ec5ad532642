import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../../kernel/actor.ts';
import { actorId } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { idempotencyKeyOf } from '../../../platform/http/index.ts';
import { deriveId, newId } from '../../../platform/vault/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { DisputeDeps } from '../commands/index.ts';

/** Who sends a command, and the key by which a second sending is known. */
export interface Sender {
  readonly actor: StaffActor;
  readonly commandKey: string;
}

export function senderOf(request: FastifyRequest): Result<Sender, Refusal> {
  const staff = requireStaff(request);
  if (!staff.ok) return staff;
  const key = idempotencyKeyOf(request);
  return key.ok ? ok({ actor: staff.value, commandKey: key.value ?? newId() }) : key;
}

/** Options of a step on a record that is there. */
export const optionsOf = (
  deps: Pick<DisputeDeps, 'keys'>,
  { actor, commandKey }: Sender,
  id: string,
  expectedVersion?: number,
) => ({
  actor,
  commandId: deriveId(deps.keys, actorId(actor), id, commandKey),
  ...(expectedVersion === undefined ? {} : { expectedVersion }),
});
