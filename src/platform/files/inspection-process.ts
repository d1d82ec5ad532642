import sharp from 'sharp';
import { inspectContent, type Inspection } from './inspect.ts';
import type { UploadLimits } from './limits.ts';

/** What the inspection pool sends to its processes, and they answer. */
export interface InspectionRequest {
  readonly bytes: Uint8Array;
  readonly limits: UploadLimits;
  /** Resident bytes at which the process ends itself. */
  readonly memory: number;
}

export type InspectionAnswer = Inspection | 'ready';

const answer = (message: InspectionAnswer): void => void process.send?.(message);

let memory = Number.POSITIVE_INFINITY;

// The work is done in native threads, so this timer runs while a picture unpacks. Killed rather than
// ended: an orderly end would wait for those threads.
setInterval(() => {
  if (process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
}, 25);

// A child of a killed server must not stay behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

process.on('message', (request: InspectionRequest) => {
  memory = request.memory;
  void inspectContent(Buffer.from(request.bytes), request.limits).then(answer);
});

sharp.cache(false);
sharp.concurrency(1);
answer('ready');
