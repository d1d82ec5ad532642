import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Inspection } from './inspect.ts';
import type { InspectionAnswer, InspectionRequest } from './inspection-process.ts';
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
/** The runtime itself may take long to start on a busy machine; that is not the file's fault. */
const START_TIMEOUT = 60_000;

/** Where the bytes of strangers are read: processes that know no secret and may die. */
export class InspectionPool {
  readonly #options: Required<InspectionPoolOptions>;
  readonly #idle: InspectionChild[] = [];
  readonly #all = new Set<InspectionChild>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(options: InspectionPoolOptions = {}) {
    this.#options = {
      limits: uploadLimits,
      processes: 2,
      timeout: 20_000,
      memory: 768 * MEGABYTE,
      filesPerProcess: 200,
      program: fileURLToPath(new URL('./inspection-process.ts', import.meta.url)),
      ...options,
    };
  }

  /**
   * @param bytes the file
   * @returns what it is; a file that takes too long, too much memory, or crashes its process counts
   *   as damaged
   */
  async inspect(bytes: Buffer): Promise<Inspection> {
    if (this.#busy >= this.#options.processes) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#busy += 1;
    }
    try {
      return await this.#inspectNow(bytes);
    } finally {
      // The place goes straight to the next in line, or is free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }

  /** Ends the processes; inspections under way count as damaged files. */
  close(): void {
    for (const child of this.#all) child.kill();
    this.#all.clear();
    this.#idle.length = 0;
  }

  async #inspectNow(bytes: Buffer): Promise<Inspection> {
    const { limits, memory, timeout, filesPerProcess } = this.#options;
    const child = await this.#takeChild();
    const inspection = await child.ask({ bytes, limits, memory }, timeout);
    if (child.isAlive && child.files < filesPerProcess) this.#idle.push(child);
    else this.#drop(child);
    return inspection ?? { ok: false, fault: 'file-damaged' };
  }

  async #takeChild(): Promise<InspectionChild> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.isAlive) return idle;
      this.#drop(idle);
    }
    const child = new InspectionChild(this.#options.program);
    this.#all.add(child);
    if (await child.hasStarted()) return child;
    this.#drop(child);
    // That is no property of a file: nothing can be inspected until it is mended.
    throw new Error('the inspection process does not start');
  }

  #drop(child: InspectionChild): void {
    child.kill();
    this.#all.delete(child);
  }
}

/** One process, asked one thing at a time. */
class InspectionChild {
  readonly #process: ChildProcess;
  readonly #started: Promise<InspectionAnswer | undefined>;
  #killed = false;
  files = 0;

  constructor(program: string) {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    this.#process = fork(program, [], {
      execArgv: ['--import', loader, '--max-old-space-size=128'],
      // Nothing of the server's settings: they name the database and the keys.
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#process.on('error', () => this.kill());
    this.#started = this.#next(START_TIMEOUT);
  }

  get isAlive(): boolean {
    return !this.#killed && this.#process.connected && this.#process.exitCode === null;
  }

  async hasStarted(): Promise<boolean> {
    return (await this.#started) === 'ready';
  }

  /** @returns the answer, or undefined when the process died or was killed for taking too long */
  async ask(request: InspectionRequest, timeout: number): Promise<Inspection | undefined> {
    this.files += 1;
    this.#hold(true);
    const answer = this.#next(timeout);
    this.#process.send(request, () => undefined);
    const given = await answer;
    this.#hold(false);
    return given === 'ready' ? undefined : given;
  }

  kill(): void {
    this.#killed = true;
    this.#process.kill('SIGKILL');
  }

  /** An idle process must not keep the server from ending. */
  #hold(held: boolean): void {
    const { channel } = this.#process;
    if (held) {
      this.#process.ref();
      channel?.ref();
    } else {
      this.#process.unref();
      channel?.unref();
    }
  }

  #next(timeout: number): Promise<InspectionAnswer | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: InspectionAnswer | undefined): void => {
        clearTimeout(timer);
        this.#process.off('message', onMessage);
        this.#process.off('exit', onExit);
        resolve(answer);
      };
      const onMessage = (message: unknown): void => settle(message as InspectionAnswer);
      const onExit = (): void => settle(undefined);
      const timer = setTimeout(() => {
        this.kill();
        settle(undefined);
      }, timeout);
      this.#process.on('message', onMessage);
      this.#process.on('exit', onExit);
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) onExit();
    });
  }
}
