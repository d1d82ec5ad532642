/** What the reading of a scan may take. */
export const readingLimits = {
  /** Pages of one file; a longer one is read by people. */
  pages: 20,
  /** Milliseconds for one page. Measured: 2 s for A4 at 200 dpi on two cores. */
  timeout: 30_000,
  /** Resident bytes of the process. Measured: 0.58 GB with the model and a rendered PDF page. */
  memory: 1200 * 1024 * 1024,
  /** Megabytes of JavaScript's own memory. Measured: the reader of PDF takes 170. */
  heap: 512,
  /** Pages that may wait; more are refused, so that nobody waits for minutes. */
  waiting: 12,
  /** Milliseconds after which the model leaves the memory again. */
  idle: 120_000,
  /** Width in pixels to which a page is brought: A4 at 200 dpi. */
  width: 1654,
  pixels: 50_000_000,
  /** Below this certainty, in per cent, what comes out are no words. */
  leastSure: 40,
  /** Chinese characters without which a page has not been read. */
  leastCharacters: 4,
} as const;
