import { type LocalDate, parseLocalDate } from './local-date.ts';

/** Why a number is doubted. Warnings only: a petition is never refused for them (P-1). */
export type IdentityNumberWarning =
  | 'wrong-length'
  | 'wrong-characters'
  | 'bad-check-digit'
  | 'impossible-date'
  | 'future-date'
  | 'unknown-region';

export interface IdentityNumberCheck {
  /** Half-width, without spaces and hyphens, X in upper case: the form to store and compare. */
  readonly normalised: string;
  readonly warnings: readonly IdentityNumberWarning[];
  /** What the number says, where it has the right shape; to be believed only without warnings. */
  readonly holder?: 'resident' | 'residence-permit' | 'foreign-permanent-resident';
  /** Six-digit code of the place of first registration, or 810000/820000/830000 of a permit. */
  readonly regionCode?: string;
  readonly birthDate?: LocalDate;
  readonly sex?: 'male' | 'female';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** First two digits of GB/T 2260, with 81-83 for Hong Kong, Macao and Taiwan permits. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/**
 * Checks a citizen identity number, the number of a residence permit for people from Hong Kong,
 * Macao or Taiwan, or that of a foreign permanent resident's card: one shape, one check digit.
 *
 * @param input as typed or scanned; full-width characters, spaces, hyphens and small x are fine
 * @param today the day on which it is checked, against birth dates in the future
 * @returns the normalised number, what it says and every doubt; it never throws and never refuses
 * Source: GB 11643-1999 (check character by ISO 7064 MOD 11-2).
 */
export function checkIdentityNumber(input: string, today: LocalDate): IdentityNumberCheck {
  const normalised = input
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  if (normalised.length !== 18) return { normalised, warnings: ['wrong-length'] };
  if (!/^\d{17}[\dX]$/.test(normalised)) return { normalised, warnings: ['wrong-characters'] };

  const holder = holderOf(normalised);
  const regionCode = normalised.slice(0, 6);
  const birthDate = parseLocalDate(normalised.replace(/^.{6}(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'));
  const foreign = holder === 'foreign-permanent-resident';
  const warnings: IdentityNumberWarning[] = [];
  if (checkCharacter(normalised) !== normalised[17]) warnings.push('bad-check-digit');
  if (birthDate === undefined) warnings.push('impossible-date');
  else if (birthDate > today) warnings.push('future-date');
  if (!foreign && !PROVINCES.has(regionCode.slice(0, 2))) warnings.push('unknown-region');

  return {
    normalised,
    warnings,
    holder,
    sex: Number(normalised[16]) % 2 === 1 ? 'male' : 'female',
    // A foreigner's card has the code of a country in these places.
    ...(foreign ? {} : { regionCode }),
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

function holderOf(number: string): NonNullable<IdentityNumberCheck['holder']> {
  if (/^8[123]/.test(number)) return 'residence-permit';
  return number.startsWith('9') ? 'foreign-permanent-resident' : 'resident';
}

function checkCharacter(number: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return CHECK_CHARACTERS[sum % 11];
}
