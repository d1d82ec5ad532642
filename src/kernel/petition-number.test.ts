import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValidCheckDigit } from './check-digit.ts';
import {
  displayPetitionNumber,
  formatPetitionNumber,
  parsePetitionNumber,
} from './petition-number.ts';

describe('P-3 the petition number', () => {
  it('P-3 is year, eight digits and a check digit', () => {
    const number = formatPetitionNumber(2026, 1234n);
    expect(number).toMatch(/^202600001234\d$/);
    expect(hasValidCheckDigit(number)).toBe(true);
    expect(displayPetitionNumber(number)).toBe(`2026 0000 1234 ${number[12]}`);
  });

  it('P-3 is read back however it is typed', () => {
    const years = fc.integer({ min: 2020, max: 2099 });
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 99_999_999 }), (year, sequence) => {
        const value = formatPetitionNumber(year, sequence);
        const shown = displayPetitionNumber(value);
        const wide = shown.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)));
        for (const typed of [value, shown, wide, shown.replaceAll(' ', '-'), ` ${shown}\u3000\n`]) {
          expect(parsePetitionNumber(typed)).toEqual({ ok: true, value });
        }
      }),
    );
  });

  it.each(['', '2026', '20260000123456', '2026 0000 1234', 'abcdefghijklm', '2026/0000/12345'])(
    'P-3 refuses %j for its length',
    (typed) => {
      expect(parsePetitionNumber(typed)).toEqual({ ok: false, reason: 'length' });
    },
  );

  it('P-3 refuses a mistyped digit', () => {
    const number = formatPetitionNumber(2026, 1234);
    const wrong = number.replace('1234', '1284');
    expect(parsePetitionNumber(wrong)).toEqual({ ok: false, reason: 'check-digit' });
  });

  it('P-3 never wraps round when a sequence has run out', () => {
    expect(() => formatPetitionNumber(2026, 100_000_000n)).toThrow(RangeError);
    expect(() => formatPetitionNumber(2026, -1)).toThrow(RangeError);
    expect(() => formatPetitionNumber(26, 1)).toThrow(RangeError);
  });
});
