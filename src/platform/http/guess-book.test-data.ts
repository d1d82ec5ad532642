import type { Failures, GuessBook } from './guess-throttle.ts';

/** A book in memory, for pages that are tried without a database. */
export const memoryGuessBook = (now: () => number): GuessBook => {
  const failures = new Map<string, Failures>();
  return {
    find: async (keys) => ({
      failures: new Map(
        keys.flatMap((key) => {
          const found = failures.get(key);
          return found === undefined ? [] : [[key, found]];
        }),
      ),
      now: now(),
    }),
    count: async (keys) => {
      for (const key of keys) {
        failures.set(key, { count: (failures.get(key)?.count ?? 0) + 1, last: now() });
      }
    },
    forget: async (keys) => {
      for (const key of keys) failures.delete(key);
    },
  };
};
