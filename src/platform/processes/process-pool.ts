import { AskedProcess } from './asked-process.ts';

export interface ProcessPoolOptions {
  /** The program that the processes run. */
  readonly program: string;
  /** Processes at most; they are started when needed. */
  readonly processes: number;
  /** Milliseconds for one question. */
  readonly timeout: number;
  /** Questions after which a process is replaced, so that nothing can settle in it. */
  readonly questionsPerProcess: number;
  /** Megabytes of JavaScript's own memory; 128 unless told. */
  readonly heap?: number;
  /** Milliseconds after which an idle process is ended; kept for ever unless told. */
  readonly idle?: number;
}

/** Where the bytes of strangers are read: processes that know no secret and may die. */
export class ProcessPool<Question extends object, Answer extends object> {
  readonly #options: ProcessPoolOptions;
  readonly #idle: AskedProcess<Question, Answer>[] = [];
  readonly #all = new Set<AskedProcess<Question, Answer>>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #rest: NodeJS.Timeout | undefined;

  constructor(options: ProcessPoolOptions) {
    this.#options = options;
  }

  /** Questions that wait for a process. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * @param question what a process is sent, by structured clone
   * @returns its answer; undefined when it took too long, too much memory, or crashed
   */
  async ask(question: Question): Promise<Answer | undefined> {
    if (this.#busy >= this.#options.processes) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#busy += 1;
    }
    try {
      return await this.#askNow(question);
    } finally {
      // The place goes straight to the next in line, or is free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }

  /** Ends the processes; questions under way have no answer. */
  close(): void {
    clearTimeout(this.#rest);
    for (const child of this.#all) child.kill();
    this.#all.clear();
    this.#idle.length = 0;
  }

  async #askNow(question: Question): Promise<Answer | undefined> {
    const { timeout, questionsPerProcess, idle } = this.#options;
    clearTimeout(this.#rest);
    const child = await this.#takeChild();
    const answer = await child.ask(question, timeout);
    if (child.isAlive && child.questions < questionsPerProcess) this.#idle.push(child);
    else this.#drop(child);
    if (idle !== undefined) this.#rest = setTimeout(() => this.#endIdle(), idle).unref();
    return answer;
  }

  async #takeChild(): Promise<AskedProcess<Question, Answer>> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.isAlive) return idle;
      this.#drop(idle);
    }
    const child = new AskedProcess<Question, Answer>(
      this.#options.program,
      this.#options.heap ?? 128,
    );
    this.#all.add(child);
    if (await child.hasStarted()) return child;
    this.#drop(child);
    // That is no property of a question: nothing can be answered until it is mended.
    throw new Error(`the process does not start: ${this.#options.program}`);
  }

  #endIdle(): void {
    for (const child of this.#idle.splice(0)) this.#drop(child);
  }

  #drop(child: AskedProcess<Question, Answer>): void {
    child.kill();
    this.#all.delete(child);
  }
}
