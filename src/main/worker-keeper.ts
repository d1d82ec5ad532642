import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import type { Log } from '../platform/log/log.ts';

export interface WorkerKeeper {
  readonly stop: () => Promise<void>;
}

const restartAfter = 2_000;

/** Papers and messages can wait a second; whoever sits before a page cannot. */
function yieldToPeople(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It ended already, or the system has no priorities: then it works like any other.
  }
}

/** Keeps one worker process running as long as the server runs. */
export function keepWorker(env: NodeJS.ProcessEnv, log: Log): WorkerKeeper {
  let child: ChildProcess | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    child = fork(path.join(import.meta.dirname, 'worker-process.ts'), [], {
      env,
      execArgv: ['--import', 'tsx'],
    });
    if (child.pid !== undefined) yieldToPeople(child.pid);
    child.on('exit', (code) => {
      if (stopped) return;
      log.error({ code }, 'the worker ended; it is started again');
      timer = setTimeout(start, restartAfter);
    });
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      const running = child;
      if (running === undefined || running.exitCode !== null) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      await ended;
    },
  };
}
