import { createHash, randomBytes } from 'node:crypto';
import { parseLookupCode } from '../platform/vault/index.ts';

/** The letters of look-up codes, so that people read both alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A new secret of a draft: 80 bits that fit into a cookie and can be written down. */
export const newDraftSecret = (): string => {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte & 31] ?? '0').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
};

/** @returns the secret in its printed form, nothing when it cannot be one */
export const parseDraftSecret = (typed: string): string | undefined => parseLookupCode(typed);

/**
 * The id under which a draft lies. It is derived one way: whoever reads the table cannot open a
 * draft in the portal.
 * @returns a UUID in the layout of version 8 (RFC 9562)
 */
export const draftIdOf = (secret: string): string => {
  const bytes = createHash('sha256').update(`portal draft ${secret}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
