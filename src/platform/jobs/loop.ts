/** Work that is done step by step for as long as the program runs. */
export type Loop = {
  readonly start: () => void;
  /** Ends the sleep, if it sleeps. */
  readonly wake: () => void;
  /** Ends after the running step. */
  readonly stop: () => Promise<void>;
};

/**
 * Repeats a step: at once while it finds work, with growing pauses while it finds none.
 * @param options.step does some work and tells how much; 0 means there was none
 * @param options.gather rests so many milliseconds after a step that found less than `full`, so that
 *   more comes together: under load each step is a transaction, however little it finds
 * @param options.longestPause in milliseconds; 200 unless told
 * @param options.onError told of each failed step; the loop goes on after a pause that grows to
 *   5 seconds
 */
export const createLoop = (options: {
  readonly step: () => Promise<number>;
  readonly gather?: { readonly rest: number; readonly full: number };
  readonly longestPause?: number;
  readonly onError: (error: unknown) => void;
}): Loop => {
  const longest = options.longestPause ?? 200;
  const restAfter = (found: number): number =>
    options.gather === undefined || found >= options.gather.full ? 0 : options.gather.rest;
  let running: Promise<void> | undefined;
  let stopping = new AbortController();
  let sleeper: (() => void) | undefined;

  const sleep = async (milliseconds: number): Promise<void> => {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      sleeper = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    sleeper = undefined;
  };

  const turn = async (signal: AbortSignal): Promise<void> => {
    let pause = 0;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const found = await options.step();
        failures = 0;
        pause = found > 0 ? restAfter(found) : Math.min(longest, Math.max(10, pause * 2));
      } catch (error) {
        options.onError(error);
        failures += 1;
        pause = Math.min(5000, 100 * 2 ** failures);
      }
      if (pause > 0 && !signal.aborted) await sleep(pause);
    }
  };

  return {
    start: () => {
      if (running) return;
      stopping = new AbortController();
      running = turn(stopping.signal);
    },
    wake: () => sleeper?.(),
    stop: async () => {
      stopping.abort();
      sleeper?.();
      await running;
      running = undefined;
    },
  };
};
