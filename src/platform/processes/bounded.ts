let memory = Number.POSITIVE_INFINITY;

/**
 * Binds this process to its parent and to a bound of memory; for programs of a `ProcessPool`.
 * The work is done in native threads, so the timer runs while a picture unpacks. Killed rather than
 * ended: an orderly end would wait for those threads.
 */
export function boundProcess(): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  }, 25);
  // A child of a killed server must not stay behind.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}

/** @param bytes resident bytes at which the process ends itself */
export function boundMemory(bytes: number): void {
  memory = bytes;
}
