import type { FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';

const keyForm = /^[\x21-\x7e]{8,200}$/;

/**
 * The client's Idempotency-Key: the same key with the same content makes one thing only.
 * @returns nothing when the client sent none; refusal `input-invalid` when it is not 8 to 200
 *   visible ASCII characters
 */
export const idempotencyKeyOf = (request: FastifyRequest): Result<string | undefined, Refusal> => {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return ok(undefined);
  if (typeof key === 'string' && keyForm.test(key)) return ok(key);
  return refuse(
    'input-invalid',
    { field: 'idempotency-key', detail: '8–200 ASCII' },
    'idempotency-key',
  );
};
