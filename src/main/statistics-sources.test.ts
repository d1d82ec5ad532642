import { expect, test } from 'vitest';
import { findMeasureFaults } from '../kernel/measures.ts';
import { factSources, measuresOf } from './statistics-sources.ts';

const kinds = factSources.flatMap((source) => Object.keys(source.kinds));

test('T-1 every kind of fact is declared by one capability alone', () => {
  expect(kinds.toSorted()).toEqual([...new Set(kinds)].toSorted());
});

test('T-1 every measure counts facts that somebody declares', () => {
  const measures = measuresOf().flatMap((each) => each.measures);
  expect(findMeasureFaults(measures, new Set(kinds))).toEqual([]);
});

test('A-3 repeat share and totals are for display only', () => {
  const shown = measuresOf().flatMap(({ measures }) => measures);
  const about = shown.filter(({ id }) => ['repeat-share', 'batches', 'persons'].includes(id));
  expect(about.map(({ displayOnly }) => displayOnly)).toEqual([true, true, true]);
});
