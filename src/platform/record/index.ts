export { emptyHash, findBreak, hashOf } from './chain.ts';
export type { NewEvent, RecordedEvent, Stamp, StreamHead } from './event.ts';
export {
  appendEvents,
  findCommand,
  loadEvents,
  loadEventsAt,
  loadStreams,
  loadTypesAt,
  lockStream,
  tryLockStream,
  type Append,
  type WholeStream,
} from './store.ts';
