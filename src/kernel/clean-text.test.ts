import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, lengthOf } from './clean-text.ts';

describe("P-1 people's text is kept, tricks in it are not", () => {
  it.each([
    ['plain', '水管\t坏了。\n请修', '水管\t坏了。\n请修', []],
    ['line ends', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne', []],
    ['NFC', 'e\u0301', '\u00E9', []],
    ['controls', 'a\u0000b\u001B[31mc\u007F\u0090', 'ab[31mc', [['control', 4]]],
    ['override', '甲\u202Egpj.exe\u202C', '甲gpj.exe', [['bidirectional', 2]]],
    ['isolates and marks', '\u2066a\u2069\u200F\u061C', 'a', [['bidirectional', 4]]],
    ['zero width', '补\u200B偿\uFEFF款\u2060\u00AD', '补偿款', [['zero-width', 4]]],
    ['joiner in Chinese', '补\u200D偿\u200C款', '补偿款', [['zero-width', 2]]],
    ['hidden tags', 'a\u{E0041}\u{E007F}', 'a', [['hidden-tag', 2]]],
    ['noncharacter', 'a\uFFFEb\uFDD0', 'ab', [['noncharacter', 2]]],
    ['broken half', '甲\uD83D乙\uDE00', '甲\uFFFD乙\uFFFD', [['lone-surrogate', 2]]],
  ])('P-1 %s', (_, input, text, removed) => {
    const expected = removed.map(([kind, count]) => ({ kind, count }));
    expect(cleanText(input)).toEqual({ text, removed: expected });
  });

  it.each([
    ['a family', '👨‍👩‍👧'],
    ['a skin tone and a profession', '👩🏽‍🌾'],
    ['a heart with variation selector', '❤️‍🔥'],
    ['a rare character of a name', '\u{20BB7}田\uE863'],
    ['an ideographic variant', '葛\u{E0100}'],
    ['Uyghur with a joiner', '\u0626\u200D\u0627'],
    ['Mongolian with its vowel separator', '\u182A\u180E\u1820'],
  ])('P-1 %s stays whole', (_, input) => {
    expect(cleanText(input)).toEqual({ text: input, removed: [] });
  });

  it('P-1 cleaning twice changes nothing more, and the result is well formed', () => {
    const pieces = fc.constantFrom(
      '甲',
      'e',
      '\u0301',
      '\r',
      '\n',
      '\u0000',
      '\u200D',
      '\u200C',
      '\u200B',
      '\u202E',
      '👩',
      '\uFE0F',
      '\uD83D',
      '\uDE00',
      '\u0626',
      '\u180E',
      '\u{E0041}',
      '\u0085',
      '\uFFFE',
      '\u1160',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(texts, (input) => {
        const { text } = cleanText(input);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\0\r\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/);
        expect(cleanText(text)).toEqual({ text, removed: [] });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['', 0],
    ['水管坏了', 4],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 1],
    ['\u{20BB7}', 1],
    ['🇨🇳', 1],
  ])('P-1 %j is %i long, as a person counts', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });
});
