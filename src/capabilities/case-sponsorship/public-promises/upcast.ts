import type { RecordedEvent } from '../../../platform/record/index.ts';
import { promiseEventVersion, type RecordedPromiseEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcastPromise(event: RecordedEvent): RecordedPromiseEvent {
  if (event.typeVersion > promiseEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedPromiseEvent;
}
