import type { RecordedEvent } from '../../../platform/record/index.ts';
import { listingEventVersion, type RecordedListingEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcast(event: RecordedEvent): RecordedListingEvent {
  if (event.typeVersion > listingEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedListingEvent;
}
