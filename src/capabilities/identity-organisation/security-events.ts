import type { FastifyRequest } from 'fastify';
import type { RefusalCode } from '../../kernel/refusals.ts';
import { recordSecurity } from '../../platform/http/index.ts';
import { hashName, type IdentityKeys } from './secrets.ts';

/** A sign-in that succeeded. */
export const recordSignIn = (request: FastifyRequest, userId: string): Promise<void> =>
  recordSecurity(request, { action: 'sign-in', actor: `staff:${userId}`, outcome: 'done' });

/**
 * A sign-in that was refused. The name as it was typed may be a password in the wrong field, so
 * only its keyed hash is kept: tries at one name show, the name does not.
 */
export const recordRefusedSignIn = (
  request: FastifyRequest,
  keys: IdentityKeys,
  reason: RefusalCode,
  typedName?: string,
): Promise<void> =>
  recordSecurity(request, {
    action: reason === 'account-locked' ? 'lock' : 'sign-in-failed',
    actor: 'nobody',
    outcome: 'refused',
    reason,
    ...(typedName === undefined
      ? {}
      : { subject: `name-${hashName(keys, normalisedName(typedName)).toString('hex', 0, 8)}` }),
  });

const normalisedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
