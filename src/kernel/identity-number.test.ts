import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdentityNumber } from './identity-number.ts';
import { localDate } from './local-date.ts';

const today = localDate('2026-03-02');
const check = (input: string) => checkIdentityNumber(input, today);

describe('P-2 identity numbers are checked by GB 11643', () => {
  // The two examples of the standard, and the specimens printed on announced cards.
  it.each([
    ['11010519491231002X', 'resident', '110105', '1949-12-31', 'female'],
    ['440524188001010014', 'resident', '440524', '1880-01-01', 'male'],
    ['810000199408230021', 'residence-permit', '810000', '1994-08-23', 'female'],
    ['830000199201300022', 'residence-permit', '830000', '1992-01-30', 'female'],
  ])('P-2 %s is read without doubt', (number, holder, regionCode, birthDate, sex) => {
    expect(check(number)).toEqual({
      normalised: number,
      warnings: [],
      holder,
      regionCode,
      birthDate,
      sex,
    });
  });

  it('P-2 a foreign permanent resident has no region code', () => {
    const read = check('911124198108030024');
    expect(read).toMatchObject({ holder: 'foreign-permanent-resident', warnings: [] });
    expect(read.regionCode).toBeUndefined();
  });

  it.each([
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002X',
    '110105-19491231-002x\n',
  ])('P-2 %j is normalised', (typed) => {
    expect(check(typed)).toMatchObject({ normalised: '11010519491231002X', warnings: [] });
  });

  it.each([
    ['', ['wrong-length']],
    ['110105491231002', ['wrong-length']],
    ['11010519491231002XX', ['wrong-length']],
    ['1101051949123100XX', ['wrong-characters']],
    ['11010519491231OO2X', ['wrong-characters']],
    ['110105194912310021', ['bad-check-digit']],
    ['110105194902300024', ['bad-check-digit', 'impossible-date']],
    ['990105194912310021', ['bad-check-digit']],
    ['190105194912310021', ['bad-check-digit', 'unknown-region']],
    ['110105202603030020', ['bad-check-digit', 'future-date']],
  ])('P-2 %j is doubted: %j', (typed, warnings) => {
    expect(check(typed).warnings).toEqual(warnings);
  });

  it('P-2 a child born today is not of the future', () => {
    expect(check('110105202603020020').warnings).not.toContain('future-date');
  });

  it('P-1 it warns and never blocks, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(Array.isArray(check(typed).warnings)).toBe(true);
      }),
    );
  });

  it('P-2 every single wrong digit is found', () => {
    const valid = '440524188001010014';
    for (let at = 0; at < 17; at += 1) {
      for (let shift = 1; shift < 10; shift += 1) {
        const digit = String((Number(valid[at]) + shift) % 10);
        const wrong = valid.slice(0, at) + digit + valid.slice(at + 1);
        expect(check(wrong).warnings).toContain('bad-check-digit');
      }
    }
  });
});
