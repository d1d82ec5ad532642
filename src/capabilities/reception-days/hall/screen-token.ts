import { timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from '../../../platform/vault/index.ts';

const idBytes = 16;
const macBytes = 16;

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const macOf = (keys: MasterKeys, places: Buffer): Buffer =>
  keys.mac('derived-id', `screen ${places.toString('hex')}`).subarray(0, macBytes);

/**
 * The address of a public screen. It is derived, never stored, opens one day's numbers and nothing
 * else, and ends when the screen is revoked.
 * @returns 64 characters
 */
export function screenToken(keys: MasterKeys, dayId: string, screenId: string): string {
  const places = Buffer.concat([bytesOf(dayId), bytesOf(screenId)]);
  return Buffer.concat([places, macOf(keys, places)]).toString('base64url');
}

/** @returns what a token names, or null when it was not made here */
export function parseScreenToken(
  keys: MasterKeys,
  token: string,
): { readonly dayId: string; readonly screenId: string } | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const places = bytes.subarray(0, 2 * idBytes);
  if (!timingSafeEqual(macOf(keys, places), bytes.subarray(2 * idBytes))) return null;
  return { dayId: uuidOf(places.subarray(0, idBytes)), screenId: uuidOf(places.subarray(idBytes)) };
}
