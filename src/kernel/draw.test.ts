import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBySeed, listText, orderBySeed } from './draw.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const letters = 'ABCDEFGHIJ'.split('');

/** So many degrees of freedom; a fair draw is beyond this once in a thousand series. */
const critical9 = 27.88;

describe('U-1 a draw that anybody can repeat', () => {
  test('U-1 the same list and seed give the same result, in whatever order the list is written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 }),
        fc.string(),
        fc.nat(50),
        (list, seed, count) => {
          const drawn = drawBySeed(list, seed, count, sha256);
          expect(drawn).toEqual(drawBySeed(list.toReversed(), seed, count, sha256));
          expect(drawn).toHaveLength(Math.min(count, list.length));
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(list).toEqual(expect.arrayContaining([...drawn]));
          // Who is drawn among three is drawn among four.
          expect(drawBySeed(list, seed, count + 1, sha256).slice(0, drawn.length)).toEqual(drawn);
        },
      ),
      { seed: 20261122 },
    );
  });

  test('U-1 it is the hash of seed and entry, as the how-to says: worked out beside it', () => {
    const places = letters.map((entry) => sha256(`2026132\n${entry}`));
    const least = letters[places.indexOf(places.toSorted()[0] ?? '')];
    expect(drawBySeed(letters, '2026132', 1, sha256)).toEqual([least]);
    expect(listText(['A', 'B'])).toBe('A\nB');
  });

  test('U-1 over many seeds each entry is drawn equally often, first and among three', () => {
    const rounds = 5_000;
    const chi = (count: number): number => {
      const often = new Map(letters.map((letter) => [letter, 0]));
      for (let seed = 0; seed < rounds; seed += 1) {
        for (const each of drawBySeed(letters, `seed ${seed}`, count, sha256)) {
          often.set(each, (often.get(each) ?? 0) + 1);
        }
      }
      const expected = (rounds * count) / letters.length;
      return [...often.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    };
    expect(chi(1)).toBeLessThan(critical9);
    expect(chi(3)).toBeLessThan(critical9);
  });

  test('U-1 no place in the order is tied to a place in the list', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      seen.add(orderBySeed(['A', 'B', 'C'], String(seed), sha256).join(''));
    }
    expect(seen.size).toBe(6);
  });
});
