import { fileURLToPath } from 'node:url';
import { ProcessPool } from '../processes/index.ts';
import type { Inspection } from './inspect.ts';
import type { InspectionRequest } from './inspection-process.ts';
import { uploadLimits, type UploadLimits } from './limits.ts';

export interface InspectionPoolOptions {
  readonly limits?: UploadLimits;
  /** Processes at most; they are started when needed. */
  readonly processes?: number;
  /** Milliseconds for one file. */
  readonly timeout?: number;
  /** Resident bytes of one process. */
  readonly memory?: number;
  /** Files after which a process is replaced, so that nothing can settle in it. */
  readonly filesPerProcess?: number;
  /** The program that the processes run; replaced in tests. */
  readonly program?: string;
}

const MEGABYTE = 1024 * 1024;

/** Judges files in processes of their own. */
export class InspectionPool {
  readonly #pool: ProcessPool<InspectionRequest, Inspection>;
  readonly #limits: UploadLimits;
  readonly #memory: number;

  constructor(options: InspectionPoolOptions = {}) {
    this.#limits = options.limits ?? uploadLimits;
    this.#memory = options.memory ?? 768 * MEGABYTE;
    this.#pool = new ProcessPool({
      program:
        options.program ?? fileURLToPath(new URL('./inspection-process.ts', import.meta.url)),
      processes: options.processes ?? 2,
      timeout: options.timeout ?? 20_000,
      questionsPerProcess: options.filesPerProcess ?? 200,
    });
  }

  /**
   * @param bytes the file
   * @returns what it is; a file that takes too long, too much memory, or crashes its process counts
   *   as damaged
   */
  async inspect(bytes: Buffer): Promise<Inspection> {
    const inspection = await this.#pool.ask({ bytes, limits: this.#limits, memory: this.#memory });
    return inspection ?? { ok: false, fault: 'file-damaged' };
  }

  /** Ends the processes; inspections under way count as damaged files. */
  close(): void {
    this.#pool.close();
  }
}
