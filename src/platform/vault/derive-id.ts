import type { MasterKeys } from './master-key.ts';
import { randomFromPool } from './random.ts';

function formatUuid(bytes: Buffer, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/**
 * The id of what a retried request would create: the same actor, route and key give the same id,
 * and nobody without the key can foresee it.
 *
 * @param keys the master keys
 * @param actor who asks, in a stable form
 * @param route method and route pattern
 * @param idempotencyKey the client's Idempotency-Key
 * @returns a UUID in the layout of version 8 (RFC 9562)
 */
export function deriveId(
  keys: MasterKeys,
  actor: string,
  route: string,
  idempotencyKey: string,
): string {
  // JSON keeps the three apart whatever characters they hold.
  const mac = keys.mac('derived-id', JSON.stringify([actor, route, idempotencyKey]));
  return formatUuid(mac.subarray(0, 16), 8);
}

/**
 * @param now milliseconds since 1970; the present time by default
 * @returns a UUID of version 7 (RFC 9562): near-ordered by time, kind to the primary key's index
 */
export function newId(now: number = Date.now()): string {
  const bytes = Buffer.from(randomFromPool(16));
  bytes.writeUIntBE(now, 0, 6);
  return formatUuid(bytes, 7);
}
