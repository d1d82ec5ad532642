import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cpuTime, residentKilobytes, type CpuTime } from './cpu.ts';
import { environment } from './settings.ts';

/** The whole program in a process of its own, worker and database included. */
export interface Program {
  readonly host: string;
  readonly port: number;
  /** What its processes have used of the processors so far. */
  readonly cpu: () => CpuTime;
  /** Memory that its own process holds now, in KB; nothing where there is no /proc. */
  readonly memory: () => number;
  /** The owner's address of its database, for what is sent to PostgreSQL directly. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Asks the program to record the statements of what comes next; a second call ends it. */
  readonly ask: (message: 'record' | 'recorded') => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

interface Ready {
  readonly url: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

const answerOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the program ended: ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });

/**
 * Starts the program on a prepared data directory.
 * @param args Node's own, for profiling
 */
export async function startProgram(
  dataDir: string,
  args: readonly string[] = [],
): Promise<Program> {
  const child = fork(path.join(import.meta.dirname, 'program-process.ts'), [], {
    env: environment(dataDir, 0),
    execArgv: ['--import', 'tsx', ...args],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ready = (await answerOf(child)) as Ready;
  const { hostname, port } = new URL(ready.url);
  const pidFile = path.join(dataDir, 'postgres/postmaster.pid');
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  return {
    host: hostname,
    port: Number(port),
    cpu: () => cpuTime(child.pid ?? 0, postmaster),
    memory: () => residentKilobytes(child.pid ?? 0),
    ownerUrl: ready.ownerUrl,
    appUrl: ready.appUrl,
    ask: (message) => {
      const answered = answerOf(child);
      child.send(message);
      return answered;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
