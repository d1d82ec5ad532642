import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { shareReads } from './shared-reads.ts';

test('R-3 whoever asks after a change never gets what was read before it', async () => {
  let state = 0;
  let reads = 0;
  const read = shareReads(async () => {
    reads += 1;
    const seen = state;
    await wait(5);
    return seen;
  });
  const first = read('day');
  state = 1;
  const later = await Promise.all(Array.from({ length: 50 }, () => read('day')));
  expect(await first).toBe(0);
  expect(new Set(later)).toEqual(new Set([1]));
  expect(reads).toBe(2);
  state = 2;
  expect(await read('day')).toBe(2);
});

test('R-3 days do not wait for each other, and a reading that fails is not kept', async () => {
  let fails = true;
  const read = shareReads((key) =>
    fails && key === 'one' ? Promise.reject(new Error('gone')) : Promise.resolve(key),
  );
  const [one, same, other] = await Promise.allSettled([read('one'), read('one'), read('other')]);
  expect([one.status, same.status, other.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
  fails = false;
  expect(await read('one')).toBe('one');
});
