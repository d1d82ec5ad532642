import { fileURLToPath } from 'node:url';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { ProcessPool } from '../processes/index.ts';
import { readingLimits } from './limits.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-process.ts';

/** A scan that lies at the server. */
export interface Scan {
  /** For the sentence of a refusal. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** One page as the machine has read it. */
export interface ReadPage {
  readonly text: string;
  /** Pages of the whole file. */
  readonly pages: number;
}

export interface LetterReaderOptions {
  /** Milliseconds for one page. */
  readonly timeout?: number;
  /** Resident bytes of the process. */
  readonly memory?: number;
  readonly waiting?: number;
}

/** Reads scanned letters in one process apart; the server itself never waits for it. */
export class LetterReader {
  readonly #pool: ProcessPool<ReadingRequest, ReadingAnswer>;
  readonly #memory: number;
  readonly #waiting: number;

  constructor(options: LetterReaderOptions = {}) {
    this.#memory = options.memory ?? readingLimits.memory;
    this.#waiting = options.waiting ?? readingLimits.waiting;
    this.#pool = new ProcessPool({
      program: fileURLToPath(new URL('./reading-process.ts', import.meta.url)),
      // One page takes one core for seconds; the other core is the people's.
      processes: 1,
      timeout: options.timeout ?? readingLimits.timeout,
      questionsPerProcess: 100,
      heap: readingLimits.heap,
      idle: readingLimits.idle,
    });
  }

  /**
   * Reads one page of a scan. Nothing of it is kept.
   *
   * @param scan a picture or a PDF, as the inspection passed it
   * @param page from 1
   * @returns its words, or refusal `scan-kind`, `scan-too-long`, `scan-no-page`, `scan-unreadable`
   *   (also when it takes too long or too much memory), `reading-busy`
   */
  async readPage(scan: Scan, page: number): Promise<Result<ReadPage, Refusal>> {
    const { name, mediaType, bytes } = scan;
    if (mediaType !== 'application/pdf' && !mediaType.startsWith('image/')) {
      return refuse('scan-kind', { name });
    }
    if (page > readingLimits.pages) return refuse('scan-too-long', { limit: readingLimits.pages });
    if (this.#pool.waiting >= this.#waiting) return refuse('reading-busy');
    const request = { bytes, mediaType, page, memory: this.#memory };
    const answer = await this.#pool.ask(request);
    if (answer?.ok === true) return ok({ text: answer.text, pages: answer.pages });
    return answer?.fault === 'no-page'
      ? refuse('scan-no-page', { name })
      : refuse('scan-unreadable', { name });
  }

  /** Ends the process; a page under way counts as unreadable. */
  close(): void {
    this.#pool.close();
  }
}
