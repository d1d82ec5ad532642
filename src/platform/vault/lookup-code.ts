import { timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from './master-key.ts';

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud and written down. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 10;
const CODE_LENGTH = 16;

function encode(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

/**
 * The petitioner's look-up code. It is derived, never stored; raising the version makes a new code
 * and voids the old one.
 *
 * @param keys the master keys
 * @param streamId the petition's stream
 * @param version which code of this petition, from 1
 * @returns 80 bits as four groups of four, such as 7K3M-0QXD-9A2B-ZC4W
 */
export function lookupCode(keys: MasterKeys, streamId: string, version: number): string {
  const mac = keys.mac('lookup-code', `${streamId}\0${version}`);
  const text = encode(mac.subarray(0, CODE_BYTES));
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * Reads a code as people type it: lower case, spaces, full-width letters, O for 0, I and L for 1.
 *
 * @param typed the text of the form or header
 * @returns the code in its printed form, or undefined when it cannot be one
 */
export function parseLookupCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.·]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (text.length !== CODE_LENGTH) return undefined;
  for (const letter of text) if (!ALPHABET.includes(letter)) return undefined;
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * Compares in constant time.
 *
 * @param keys the master keys
 * @param streamId the petition's stream; for an unknown number pass any id, so that a wrong number
 *   costs the same time as a wrong code
 * @param version the petition's present code version
 * @param typed what the petitioner typed
 */
export function isLookupCode(
  keys: MasterKeys,
  streamId: string,
  version: number,
  typed: string,
): boolean {
  const expected = Buffer.from(lookupCode(keys, streamId, version));
  const given = Buffer.from(parseLookupCode(typed) ?? '-'.repeat(expected.length));
  return timingSafeEqual(expected, given);
}

const WORD_WINDOW_MS = 10 * 60_000;
const WORD_DIGITS = 8;

/** Which ten minutes a moment (epoch ms) lies in: as many words there are, and no more are sent. */
export const wordWindow = (now: number): number => Math.floor(now / WORD_WINDOW_MS);

function wordIn(keys: MasterKeys, streamId: string, version: number, window: number): string {
  const mac = keys.mac('lookup-code', `word\0${streamId}\0${version}\0${window}`);
  return String(mac.readUIntBE(0, 6) % 10 ** WORD_DIGITS).padStart(WORD_DIGITS, '0');
}

/**
 * A word that proves for ten to twenty minutes that somebody reads what goes to a petition's
 * registered contact. It is derived, never stored; a new look-up code voids it.
 *
 * @param keys the master keys
 * @param streamId the petition's stream
 * @param version the petition's present code version
 * @param now epoch ms
 * @returns eight digits
 */
export const oneTimeWord = (
  keys: MasterKeys,
  streamId: string,
  version: number,
  now: number,
): string => wordIn(keys, streamId, version, wordWindow(now));

/**
 * Compares in constant time with the words of this and of the last ten minutes.
 *
 * @param typed as people type it: full-width digits and spaces are fine
 */
export function isOneTimeWord(
  keys: MasterKeys,
  streamId: string,
  version: number,
  typed: string,
  now: number,
): boolean {
  const digits = typed
    .slice(0, 100)
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '');
  const given = Buffer.from(/^\d{8}$/.test(digits) ? digits : '-'.repeat(WORD_DIGITS));
  const window = wordWindow(now);
  const fits = [window, window - 1].map((each) =>
    timingSafeEqual(Buffer.from(wordIn(keys, streamId, version, each)), given),
  );
  return fits.includes(true);
}
