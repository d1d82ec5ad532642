/** How guesses are slowed down. Never a lock-out: the longest wait is short. */
export interface ThrottleOptions {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The longest wait in seconds. */
  readonly longest: number;
}

/** Wrong tries under one key. */
export interface Failures {
  readonly count: number;
  /** Epoch ms of the last one. */
  readonly last: number;
}

/** Where wrong tries are counted; in the database, so that every door and process shares them. */
export interface GuessBook {
  /** @returns what is known of these keys, by key, and the time by the book's clock in epoch ms */
  readonly find: (
    keys: readonly string[],
  ) => Promise<{ readonly failures: ReadonlyMap<string, Failures>; readonly now: number }>;
  /** Counts one more under each key; from one again when the last is older than `forgottenAfter`. */
  readonly count: (keys: readonly string[], forgottenAfter: number) => Promise<void>;
  readonly forget: (keys: readonly string[]) => Promise<void>;
}

const defaults: ThrottleOptions = { free: 5, longest: 300 };

/** Milliseconds after which wrong tries are forgotten. */
export const guessesForgottenAfter = 60 * 60 * 1000;

/** One try: what it may be, and what came of it. */
export interface Guess {
  /** Seconds to wait; 0 lets try. */
  readonly wait: number;
  readonly failed: () => Promise<void>;
  /** A right code forgives the caller, not the number: others may still be guessing at it. */
  readonly succeeded: () => Promise<void>;
}

/**
 * Slows guesses of look-up codes down, by source and by number. Whoever comes from a source that
 * has not failed at this number yet is let try, so that nobody can keep a petitioner out by
 * guessing at their number; 80 bits are not found that way.
 */
export class GuessThrottle {
  readonly #options: ThrottleOptions;
  readonly #book: GuessBook;

  /** @param book where wrong tries are counted */
  constructor(book: GuessBook, options: Partial<ThrottleOptions> = {}) {
    this.#options = { ...defaults, ...options };
    this.#book = book;
  }

  /**
   * @param source network address of the caller
   * @param number the petition's number as given
   */
  async begin(source: string, number: string): Promise<Guess> {
    const [ofSource, ofNumber, ofBoth] = [
      `s ${source}`,
      `n ${number}`,
      `p ${source} ${number}`,
    ] as const;
    const keys = [ofSource, ofNumber, ofBoth];
    const { failures, now } = await this.#book.find(keys);
    const waitOf = (key: string): number => this.#waitOf(failures.get(key), now);
    const own = [ofSource, ofBoth].filter((key) => failures.has(key));
    return {
      wait: Math.max(waitOf(ofSource), failures.has(ofBoth) ? waitOf(ofNumber) : 0),
      failed: () => this.#book.count(keys, guessesForgottenAfter),
      succeeded: () => (own.length === 0 ? Promise.resolve() : this.#book.forget(own)),
    };
  }

  #waitOf(failures: Failures | undefined, now: number): number {
    if (failures === undefined || failures.count < this.#options.free) return 0;
    const seconds = Math.min(2 ** (failures.count - this.#options.free + 1), this.#options.longest);
    return Math.max(0, Math.ceil((failures.last + seconds * 1000 - now) / 1000));
  }
}
