import { checkDigit, hasValidCheckDigit } from './check-digit.ts';

const SEQUENCE_DIGITS = 8;
const NUMBER_DIGITS = 4 + SEQUENCE_DIGITS + 1;

/** What a typed petition number came to: the stored form, or why it cannot be one. */
export type ParsedPetitionNumber =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: 'length' | 'check-digit' };

/**
 * The petition number as it is stored: year, eight digits of the sequence, check digit.
 *
 * @param year four-digit year of registration
 * @param sequence number drawn from the sequence, 0 to 99,999,999
 * @returns 13 digits without separators, for example `2026000012345`
 * @throws RangeError when year or sequence do not fit (the sequence of a year has run out)
 */
export function formatPetitionNumber(year: number, sequence: bigint | number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`year ${year}`);
  const drawn = BigInt(sequence);
  if (drawn < 0n || drawn >= 10n ** BigInt(SEQUENCE_DIGITS)) {
    throw new RangeError(`sequence ${drawn} does not fit into ${SEQUENCE_DIGITS} digits`);
  }
  const body = `${year}${String(drawn).padStart(SEQUENCE_DIGITS, '0')}`;
  return body + checkDigit(body);
}

/**
 * Reads a petition number as people type or dictate it.
 *
 * @param input may hold spaces, hyphens and full-width digits
 * @returns the stored form; or `length` when it is not 13 digits, `check-digit` when a digit is
 * wrong or two are swapped
 */
export function parsePetitionNumber(input: string): ParsedPetitionNumber {
  const digits = input.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '');
  if (digits.length !== NUMBER_DIGITS || !/^\d+$/.test(digits)) {
    return { ok: false, reason: 'length' };
  }
  return hasValidCheckDigit(digits)
    ? { ok: true, value: digits }
    : { ok: false, reason: 'check-digit' };
}

/**
 * The petition number as it is shown and printed, in groups that can be read aloud.
 *
 * @param number the stored form, 13 digits
 * @returns for example `2026 0000 1234 5`
 */
export function displayPetitionNumber(number: string): string {
  return number.replace(/^(\d{4})(\d{4})(\d{4})(\d)$/, '$1 $2 $3 $4');
}
