/** Why a number is doubted. Warnings only: whoever can be reached, can be written down. */
export type TelephoneWarning = 'not-a-telephone' | 'wrong-length' | 'no-area-code';

export interface TelephoneCheck {
  /**
   * The form to store and compare: `13800000000`, `0551-62600000`, `4008000000`, `+85221234567`;
   * what was typed, without spaces, when it is none of these.
   */
  readonly normalised: string;
  readonly kind: 'mobile' | 'landline' | 'service' | 'abroad' | 'unknown';
  /** Digits after the switchboard, kept out of `normalised` so that look-up finds the number. */
  readonly extension?: string;
  readonly warnings: readonly TelephoneWarning[];
}

/** Three-digit area codes are 010 and 02x; all others have four digits. */
const LANDLINE = /^(0(?:10|2\d)|0[3-9]\d{2})([2-8]\d{6,7})$/;

/**
 * Checks and normalises a Chinese mobile or landline number.
 *
 * @param input as typed: +86, spaces, hyphens, brackets, full-width digits, 转/ext. are fine
 * @returns normalised number, kind and doubts; it never throws and never refuses
 * Source: the telecommunications numbering plan (电信网编号计划, 2017): 11-digit mobile numbers on
 * segments 13-19, 7- or 8-digit local numbers behind an area code.
 */
export function checkTelephone(input: string): TelephoneCheck {
  const compact = input.normalize('NFKC').replace(/[\s\p{Pd}\u2212().·]/gu, '');
  const [, typed = compact, extension] =
    /^(.*?)(?:转|分机|ext|x|#)+:?(\d{1,6})$/i.exec(compact) ?? [];
  const number = withoutCountry(typed);
  return { ...classify(number), ...(extension === undefined ? {} : { extension }) };
}

function withoutCountry(number: string): string {
  const national = number.replace(/^(?:\+86|0086)/, '').replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (national !== number && LANDLINE.test(`0${national}`)) return `0${national}`;
  // A zero before a mobile number is an old habit from calling out of another province.
  return national.replace(/^0(?=1[3-9]\d{9}$)/, '');
}

function classify(number: string): TelephoneCheck {
  if (/^\+(?!86)\d{6,15}$/.test(number))
    return { normalised: number, kind: 'abroad', warnings: [] };
  if (/^00(?!86)\d{6,15}$/.test(number)) {
    return { normalised: `+${number.slice(2)}`, kind: 'abroad', warnings: [] };
  }
  if (!/^\d+$/.test(number)) {
    return { normalised: number, kind: 'unknown', warnings: ['not-a-telephone'] };
  }
  if (/^1[3-9]\d{9}$/.test(number)) return { normalised: number, kind: 'mobile', warnings: [] };
  const landline = LANDLINE.exec(number);
  if (landline) {
    return { normalised: `${landline[1]}-${landline[2]}`, kind: 'landline', warnings: [] };
  }
  if (/^(?:[48]00\d{7}|1\d{2}|12\d{3}|9\d{4,7})$/.test(number)) {
    return { normalised: number, kind: 'service', warnings: [] };
  }
  if (/^[2-8]\d{6,7}$/.test(number)) {
    return { normalised: number, kind: 'landline', warnings: ['no-area-code'] };
  }
  return { normalised: number, kind: 'unknown', warnings: ['wrong-length'] };
}
