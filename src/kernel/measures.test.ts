import { expect, test } from 'vitest';
import { findMeasureFaults, valueOf, type Measure } from './measures.ts';

const source = { zh: '源', en: 'source', date: null, certainty: 'practice' } as const;
const measure: Measure = {
  id: 'seen',
  name: source,
  formula: source,
  source,
  numerator: [{ fact: 'registered' }],
  denominator: null,
  dimensions: ['region'],
  unit: 'matters',
  better: null,
};

test('T-1 no matter, no rate: nothing is never nought per cent', () => {
  expect(valueOf(0, 0)).toBeNull();
  expect(valueOf(0, 4)).toBe(0);
  expect(valueOf(3, null)).toBe(3);
});

test('T-1 a measure over facts that nobody declares is found before it counts nothing', () => {
  expect(findMeasureFaults([measure], new Set(['registered']))).toEqual([]);
  expect(findMeasureFaults([measure, measure], new Set(['registered']))).toEqual(['seen: twice']);
  expect(
    findMeasureFaults(
      [{ ...measure, numerator: [{ fact: 'gone' }], beside: ['other'] }],
      new Set(['registered']),
    ),
  ).toEqual(['seen: nobody declares the fact gone', 'seen: no measure other to stand beside it']);
});
