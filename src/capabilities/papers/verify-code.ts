/** Without I, L, O, U: nothing that is misread or spells a word (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/**
 * The code that is printed on a paper and verifies it: 60 bits in three groups, QH7C-2M4X-9RTA.
 *
 * @param random at least 12 random bytes; randomness is the caller's
 */
export function verifyCodeFrom(random: Uint8Array): string {
  if (random.length < length) throw new RangeError(`${length} random bytes are needed`);
  const code = Array.from(random.subarray(0, length), (byte) => alphabet[byte & 31]).join('');
  return grouped(code);
}

/** A code as somebody typed it: case, spaces and look-alike letters do not matter. */
export function parseVerifyCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  const valid = code.length === length && Array.from(code).every((sign) => alphabet.includes(sign));
  return valid ? grouped(code) : undefined;
}

function grouped(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
