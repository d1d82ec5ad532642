import { expect, test } from 'vitest';
import { watchClock } from './clock-watch.ts';

const asked = async (ownAtStart: number, theirs: number, ownAtEnd: number) => {
  const readings = [ownAtStart, ownAtEnd];
  const watch = watchClock(
    () => Promise.resolve(new Date(theirs)),
    () => readings.shift() ?? ownAtEnd,
  );
  await watch.check();
  watch.stop();
  return watch.assertClockAgrees();
};

test('X-7 clocks that agree within 2 s let commands through', async () => {
  expect(await asked(10_000, 10_005, 10_010)).toEqual({ ok: true, value: undefined });
  expect(await asked(10_000, 12_000, 10_000)).toEqual({ ok: true, value: undefined });
  expect(await asked(10_000, 8_000, 10_000)).toEqual({ ok: true, value: undefined });
});

test('X-7 more than 2 s in either direction stops commands and says by how much', async () => {
  const refusal = { code: 'clock-skew', params: { seconds: '2.5' } };
  expect(await asked(10_000, 12_500, 10_000)).toEqual({ ok: false, refusal });
  expect(await asked(10_000, 7_500, 10_000)).toEqual({ ok: false, refusal });
});

test('X-7 a slow answer is not a wrong clock', async () => {
  expect((await asked(10_000, 14_900, 15_000)).ok).toBe(true);
});

test('X-7 commands go on when the clock was set right', async () => {
  let off = 60_000;
  const watch = watchClock(
    () => Promise.resolve(new Date(1_000_000)),
    () => 1_000_000 + off,
  );
  await watch.check();
  expect(watch.assertClockAgrees().ok).toBe(false);
  off = 0;
  await watch.check();
  expect(watch.assertClockAgrees().ok).toBe(true);
  watch.stop();
});
