import { expect, test } from 'vitest';
import { measuresOf } from '../../main/statistics-sources.ts';
import { withBeside } from './queries/frame.ts';

const deps = { measures: measuresOf() };
const asked = (ids: readonly string[], more: object = {}): readonly string[] =>
  withBeside(deps, { measures: [...ids], ...more }).measures;

test.each([
  'on-time-conclusion',
  'on-time-report',
  'carried-out',
  'days-per-case',
  'resolved-first',
  'satisfaction-office',
  'satisfaction-unit',
])('U-7 how often matters were done again stands beside %s', (id) => {
  expect(asked([id])).toContain('redo-share');
});

test('T-1 satisfaction is never shown without participation, once, after what was asked for', () => {
  expect(asked(['satisfaction-unit', 'batches'])).toEqual([
    'satisfaction-unit',
    'batches',
    'participation',
    'redo-share',
  ]);
  expect(asked(['participation', 'satisfaction-unit', 'redo-share'])).toEqual([
    'participation',
    'satisfaction-unit',
    'redo-share',
  ]);
});

test('T-1 what cannot be cut in the same way is left out', () => {
  expect(asked(['commitments-on-time'], { rows: 'leader' })).toContain('commitments-confirmed');
  expect(asked(['reception-duty-kept'], { rows: 'channel' })).toEqual(['reception-duty-kept']);
});
