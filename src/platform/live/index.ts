export { announce } from './announce.ts';
export type { Change } from './change.ts';
export { streamChanges, type StreamOptions } from './event-stream.ts';
export { LiveHub } from './hub.ts';
export { shareReads } from './shared-reads.ts';
