import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import type { Log } from '../platform/log/log.ts';

export interface WorkerKeeper {
  readonly stop: () => Promise<void>;
}

const restartAfter = 2_000;
const hasSessions = process.platform === 'linux';

/**
 * Papers and messages can wait a second; whoever sits before a page cannot.
 *
 * Where Linux shares the processors among sessions (autogroup), a priority counts within one session
 * only: beside the server the worker took half a processor from the database, whose session is its
 * own, and 32 clients got 94 whole lives a second instead of 107. So the worker has a session of its
 * own there, and the session the priority.
 */
function yieldToPeople(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
    if (hasSessions) {
      writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_BELOW_NORMAL));
    }
  } catch {
    // It ended already, or the system has no such priorities: then it works like any other.
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
      detached: hasSessions,
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
