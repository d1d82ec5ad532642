/**
 * The ISO 7064 MOD 11,10 check digit of a string of decimal digits. It finds every single wrong
 * digit and nearly every swap of two neighbours, and is itself a digit, never a letter.
 *
 * @param digits one or more of 0-9, nothing else
 * @returns one digit
 * @throws RangeError when `digits` is not made of digits (a bug of the caller)
 * Source: ISO/IEC 7064:2003, hybrid system MOD 11,10.
 */
export function checkDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('a check digit needs decimal digits');
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/**
 * Whether the last digit is the check digit of those before it.
 *
 * @param digits at least two decimal digits; anything else answers false
 */
export function hasValidCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1);
}
