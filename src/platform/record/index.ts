export { emptyHash, findBreak, hashOf } from './chain.ts';
export type { NewEvent, RecordedEvent, Stamp, StreamHead } from './event.ts';
export {
  appendEvents,
  findCommand,
  loadEvents,
  loadEventsAt,
  lockStream,
  tryLockStream,
  type Append,
} from './store.ts';
