import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The runtime itself may take long to start on a busy machine; that is not the question's fault. */
const START_TIMEOUT = 60_000;

/** One process that knows no secret, asked one thing at a time; it says `ready` when it can begin. */
export class AskedProcess<Question extends object, Answer extends object> {
  readonly #process: ChildProcess;
  readonly #started: Promise<Answer | 'ready' | undefined>;
  #killed = false;
  questions = 0;

  /** @param heap megabytes of JavaScript's own memory */
  constructor(program: string, heap: number) {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    this.#process = fork(program, [], {
      execArgv: ['--import', loader, `--max-old-space-size=${heap}`],
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
  async ask(question: Question, timeout: number): Promise<Answer | undefined> {
    this.questions += 1;
    this.#hold(true);
    const answer = this.#next(timeout);
    this.#process.send(question, () => undefined);
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

  #next(timeout: number): Promise<Answer | 'ready' | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: Answer | 'ready' | undefined): void => {
        clearTimeout(timer);
        this.#process.off('message', onMessage);
        this.#process.off('exit', onExit);
        resolve(answer);
      };
      const onMessage = (message: unknown): void => settle(message as Answer | 'ready');
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
