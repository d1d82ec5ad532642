import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastShown, mergeSmall, totalOf, type TopicTally } from './results.ts';

const tally = (topic: string | null, persons: number): TopicTally => ({
  topic,
  persons,
  batches: Math.ceil(persons / 2),
  settledAtOnce: persons % 2,
});

describe('R-7 published results tell no person', () => {
  test('small topics stand together', () => {
    const shown = mergeSmall([tally('a', 20), tally('b', 6), tally('c', 5)]);
    expect(shown).toEqual([
      tally('a', 20),
      { topic: null, persons: 11, batches: 6, settledAtOnce: 1 },
    ]);
  });

  test('one small topic beside a large one takes a shown one along', () => {
    expect(mergeSmall([tally('a', 20), tally('d', 12), tally('b', 3)])).toEqual([
      tally('a', 20),
      { topic: null, persons: 15, batches: 8, settledAtOnce: 1 },
    ]);
  });

  test('no shown number is small, and nothing is lost', () => {
    const tallies = fc.uniqueArray(
      fc.record({
        topic: fc.constantFrom('a', 'b', 'c', 'd', 'e', null),
        persons: fc.integer({ min: 1, max: 40 }),
        batches: fc.integer({ min: 1, max: 40 }),
        settledAtOnce: fc.nat({ max: 40 }),
      }),
      { selector: ({ topic }) => topic },
    );
    fc.assert(
      fc.property(tallies, (all) => {
        const shown = mergeSmall(all);
        expect(shown.every(({ persons }) => persons >= leastShown)).toBe(true);
        const whole = totalOf(all).persons;
        expect(totalOf(shown).persons).toBe(whole >= leastShown ? whole : 0);
      }),
    );
  });
});
