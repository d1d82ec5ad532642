import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MasterKeys } from './master-key.ts';
import { SipHash } from './siphash.ts';
import { WordIndex } from './words.ts';

const indexWith = (fill: number) =>
  new WordIndex(new MasterKeys(1, new Map([[1, Buffer.alloc(32, fill)]])));
const index = indexWith(1);

const finds = (text: string, query: string): boolean => {
  const words = new Set(index.wordsOf(text));
  const asked = index.queryWords(query);
  return asked.ok && asked.value.required.every((word) => words.has(word));
};

const text =
  '青山镇农民反映：２０２４年征地补偿款未发放，联系人说“3号楼B12室”，邮箱见附件。涉及𠮷野家与〇号地块。ھەققىدە';

describe('search words', () => {
  it('L-3 SipHash-2-4 gives the values of its reference implementation', () => {
    const hash = new SipHash(Buffer.from(Array.from({ length: 16 }, (_, at) => at)));
    // Bytes 00 01 02 … of the published vectors, read as UTF-16.
    const vectors: [number, string][] = [
      [0, '310e0edd47db6f72'],
      [2, '5a4fa9d909806c0d'],
      [4, 'b7877127e09427cf'],
      [6, 'cee3fe586e46c9cb'],
      [8, '6224939a79f5f593'],
      [14, 'eef27a8e90ca23f7'],
    ];
    for (const [length, expected] of vectors) {
      const bytes = Buffer.from(Array.from({ length }, (_, at) => at));
      const value = Buffer.alloc(8);
      value.writeBigInt64LE(hash.hash(bytes.toString('utf16le')));
      expect(value.toString('hex')).toBe(expected);
    }
  });

  it('L-3 every piece of two or more Chinese characters is found, across word borders too', () => {
    const sentence = '青山镇农民反映征地补偿款未发放';
    fc.assert(
      fc.property(fc.nat(sentence.length - 2), fc.integer({ min: 2, max: 15 }), (from, length) => {
        const piece = sentence.slice(from, Math.max(from + 2, from + length));
        expect(finds(text.replace('反映：２０２４年', '反映'), piece)).toBe(true);
      }),
    );
  });

  it('L-3 what the text does not say is not found', () => {
    const queries = ['拆迁', '补款', '农征', 'b13', '2023', '4号楼'];
    expect(queries.filter((query) => finds(text, query))).toEqual([]);
  });

  it('L-3 numbers, letters, rare characters and other scripts are found in any width and case', () => {
    const queries = ['2024', '２０２４', 'B12', 'b12', '3号', '3号楼', '𠮷野', '〇号', 'ھەققىدە'];
    expect(queries.filter((query) => !finds(text, query))).toEqual([]);
  });

  it('L-3 all parts of a query must occur', () => {
    expect(finds(text, '补偿款 农民')).toBe(true);
    expect(finds(text, '补偿款 拆迁')).toBe(false);
  });

  it('L-3 an invisible character does not hide a word', () => {
    expect(finds('征地补\u200b偿款', '补偿')).toBe(true);
    expect(finds('征地补\u202e偿款', '补偿')).toBe(true);
  });

  it('L-3 a single character is refused with a code', () => {
    for (const query of ['', ' ', '款', '款 ', '3', 'b', '。，', '王 补偿']) {
      expect(index.queryWords(query)).toMatchObject({
        ok: false,
        refusal: { code: 'query-too-short' },
      });
    }
  });

  it('L-3 words fit a signed 64-bit column, occur once, and tell nothing under another key', () => {
    const words = index.wordsOf(text.repeat(3));
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(BigInt.asIntN(64, word)).toBe(word);
    const others = new Set(indexWith(2).wordsOf(text));
    expect(words.filter((word) => others.has(word))).toEqual([]);
  });

  it('L-3 a whole dictionary word of the query is preferred where the text has it too', () => {
    const asked = index.queryWords('派出所');
    if (!asked.ok) throw new Error('refused');
    expect(asked.value.preferred).toHaveLength(1);
    expect(index.wordsOf('到派出所报案')).toContain(asked.value.preferred[0]);
  });
});
