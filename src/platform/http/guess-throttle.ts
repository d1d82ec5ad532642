/** How guesses are slowed down. Never a lock-out: the longest wait is short. */
export interface ThrottleOptions {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The longest wait in seconds. */
  readonly longest: number;
  /** Sources and numbers remembered at most. */
  readonly remembered: number;
}

interface Failures {
  count: number;
  /** Epoch ms of the last one. */
  last: number;
}

const defaults: ThrottleOptions = { free: 5, longest: 300, remembered: 20_000 };
const FORGOTTEN_AFTER = 60 * 60 * 1000;

/**
 * Slows guesses of look-up codes down, by source and by number. Whoever comes from a source that
 * has not failed at this number yet is let try, so that nobody can keep a petitioner out by
 * guessing at their number; 80 bits are not found that way.
 */
export class GuessThrottle {
  readonly #options: ThrottleOptions;
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();

  /** @param now epoch ms */
  constructor(now: () => number, options: Partial<ThrottleOptions> = {}) {
    this.#options = { ...defaults, ...options };
    this.#now = now;
  }

  /**
   * @param source network address of the caller
   * @param number the petition's number as given
   * @returns seconds to wait; 0 lets try
   */
  wait(source: string, number: string): number {
    const failedHere = this.#failures.has(pairKey(source, number));
    const waits = [
      this.#waitOf(sourceKey(source)),
      failedHere ? this.#waitOf(numberKey(number)) : 0,
    ];
    return Math.max(...waits);
  }

  failed(source: string, number: string): void {
    for (const key of [sourceKey(source), numberKey(number), pairKey(source, number)]) {
      this.#count(key);
    }
  }

  /** A right code forgives the caller, not the number: others may still be guessing at it. */
  succeeded(source: string, number: string): void {
    this.#failures.delete(sourceKey(source));
    this.#failures.delete(pairKey(source, number));
  }

  #waitOf(key: string): number {
    const failures = this.#failures.get(key);
    if (failures === undefined || failures.count < this.#options.free) return 0;
    const seconds = Math.min(2 ** (failures.count - this.#options.free + 1), this.#options.longest);
    return Math.max(0, Math.ceil((failures.last + seconds * 1000 - this.#now()) / 1000));
  }

  #count(key: string): void {
    const now = this.#now();
    const before = this.#failures.get(key);
    const fresh = before === undefined || now - before.last > FORGOTTEN_AFTER;
    this.#failures.delete(key);
    this.#failures.set(key, { count: fresh ? 1 : before.count + 1, last: now });
    if (this.#failures.size > this.#options.remembered) {
      const oldest = this.#failures.keys().next();
      if (!oldest.done) this.#failures.delete(oldest.value);
    }
  }
}

const sourceKey = (source: string): string => `s ${source}`;
const numberKey = (number: string): string => `n ${number}`;
const pairKey = (source: string, number: string): string => `p ${source} ${number}`;
