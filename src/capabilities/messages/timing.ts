/** Hours in which no SMS is sent, in whole hours of Asia/Shanghai; from 21 to 8 crosses midnight. */
export type QuietHours = { readonly from: number; readonly to: number };

export const usualQuietHours: QuietHours = { from: 21, to: 8 };

const hour = 3_600_000;
/** China has kept one time without summer time since 1991. */
const shanghaiOffset = 8 * hour;

/**
 * The first moment at or after `now` that is outside the quiet hours.
 * @param now epoch ms
 * @param quiet equal hours mean that there are none
 * @returns epoch ms; `now` itself when it is not quiet
 */
export const afterQuietHours = (now: number, quiet: QuietHours): number => {
  const local = now + shanghaiOffset;
  const midnight = Math.floor(local / (24 * hour)) * 24 * hour;
  const since = (local - midnight) / hour;
  const { from, to } = quiet;
  const isQuiet = from <= to ? since >= from && since < to : since >= from || since < to;
  if (!isQuiet) return now;
  const endsTomorrow = from > to && since >= from;
  return midnight + (endsTomorrow ? 24 : 0) * hour + to * hour - shanghaiOffset;
};

/** Attempts before a message is given up: the last comes about 4 hours after the first. */
export const maximumAttempts = 8;

const firstPause = 60_000;
const longestPause = 2 * hour;

/**
 * How long to wait after a failed attempt: doubling from a minute to two hours, and up to a
 * quarter more by chance, so that a recovered gateway is not met by all at once.
 * @param attempts attempts made so far, from 1
 * @param chance from 0 up to 1
 * @returns milliseconds
 */
export const pauseAfter = (attempts: number, chance: number): number =>
  Math.min(longestPause, firstPause * 2 ** (attempts - 1)) * (1 + chance / 4);
