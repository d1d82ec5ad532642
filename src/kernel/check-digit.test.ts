import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, hasValidCheckDigit } from './check-digit.ts';

const digits = fc.stringMatching(/^[0-9]{1,20}$/);

describe('P-3 the check digit of ISO 7064 MOD 11,10', () => {
  it('P-3 gives 5 for the 0794 of the standard', () => {
    expect(checkDigit('0794')).toBe('5');
    expect(hasValidCheckDigit('07945')).toBe(true);
  });

  it.each(['', '5', '12a4', '１２', '0794 5'])('P-3 finds no check digit in %j', (text) => {
    expect(hasValidCheckDigit(text)).toBe(false);
  });

  it('P-3 treats a non-number as a bug', () => {
    expect(() => checkDigit('')).toThrow(RangeError);
    expect(() => checkDigit('07x')).toThrow(RangeError);
  });

  it('P-3 finds every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        const whole = [...(body + checkDigit(body))];
        const at = place % whole.length;
        whole[at] = String((Number(whole[at]) + shift) % 10);
        expect(hasValidCheckDigit(whole.join(''))).toBe(false);
      }),
    );
  });

  it('P-3 finds at least 97 of 100 swaps of neighbours', () => {
    let swaps = 0;
    let found = 0;
    for (let sequence = 0; sequence < 3000; sequence += 1) {
      const body = `2026${String(sequence * 33_331).padStart(8, '0')}`;
      const whole = [...(body + checkDigit(body))];
      for (let at = 0; at + 1 < whole.length; at += 1) {
        const [left, right] = [whole[at], whole[at + 1]];
        if (left === right) continue;
        swaps += 1;
        const swapped = whole
          .with(at, String(right))
          .with(at + 1, String(left))
          .join('');
        if (!hasValidCheckDigit(swapped)) found += 1;
      }
    }
    expect(found / swaps).toBeGreaterThan(0.97);
  });
});
