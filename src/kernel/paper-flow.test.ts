import { expect, test } from 'vitest';
import { isMovedSince } from './paper-flow.ts';

test('a paper printed meanwhile moves nobody’s record, a step of somebody does', () => {
  const events = [
    { seq: 1, type: 'PaperDrafted' },
    { seq: 2, type: 'PaperSealed' },
    { seq: 3, type: 'PaperRendered' },
  ];
  expect(isMovedSince(events, 3)).toBe(false);
  expect(isMovedSince(events, 2)).toBe(false);
  expect(isMovedSince(events, 1)).toBe(true);
  // A version that the record has not reached was never seen.
  expect(isMovedSince(events, 4)).toBe(true);
});
