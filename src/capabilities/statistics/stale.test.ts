import { expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { staleThirds, type CountedFact } from './stale.ts';

const stocks = new Set(['open']);
const row = (more: Partial<CountedFact>): CountedFact => ({
  kind: 'open',
  from: localDate('2026-01-05'),
  to: 'infinity',
  day: localDate('2026-01-05'),
  value: 1,
  detail: null,
  dimsId: '1',
  ...more,
});
const marks = (before: readonly CountedFact[], after: readonly CountedFact[]): readonly string[] =>
  staleThirds(before, after, stocks)
    .map(({ what, third }) => `${what} ${third}`)
    .toSorted();

test('T-1 a fact that ends leaves the past of a stock as it was counted', () => {
  expect(marks([row({})], [row({ to: '2026-03-29' })])).toEqual([
    'now 2026-01-01',
    'stock 2026-03-21',
  ]);
});

test('T-1 a fact that goes on under other codes moves the stock on the day of the change alone', () => {
  const after = [row({ to: '2026-03-12' }), row({ from: localDate('2026-03-12'), dimsId: '2' })];
  expect(marks([row({})], after)).toEqual(['now 2026-01-01', 'stock 2026-03-11']);
});

test('L-5 a fact that is taken back moves every day on which it stood', () => {
  expect(marks([row({ to: '2026-03-29' })], [])).toEqual([
    'now 2026-01-01',
    'stock 2026-01-01',
    'stock 2026-03-21',
  ]);
});

test('T-1 what never stood, as a duty done before its day, moves no stock', () => {
  expect(marks([], [row({ day: localDate('2026-02-28'), to: '2026-02-11' })])).toEqual([
    'now 2026-02-21',
  ]);
});

test('T-1 facts that are no stock are counted on their day alone', () => {
  expect(marks([], [row({ kind: 'registered' })])).toEqual(['now 2026-01-01']);
});
