import sharp from 'sharp';
import { boundMemory, boundProcess } from '../processes/bounded.ts';
import { inspectContent, type Inspection } from './inspect.ts';
import type { UploadLimits } from './limits.ts';

/** What the inspection pool sends to its processes. */
export interface InspectionRequest {
  readonly bytes: Uint8Array;
  readonly limits: UploadLimits;
  /** Resident bytes at which the process ends itself. */
  readonly memory: number;
}

const answer = (message: Inspection | 'ready'): void => void process.send?.(message);

boundProcess();

process.on('message', (request: InspectionRequest) => {
  boundMemory(request.memory);
  void inspectContent(Buffer.from(request.bytes), request.limits).then(answer);
});

sharp.cache(false);
sharp.concurrency(1);
answer('ready');
