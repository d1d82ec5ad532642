import type { RecordedEvent } from '../../../platform/record/index.ts';
import {
  sponsoredEventVersion,
  type RecordedSponsoredEvent,
  type RecordedTaskEvent,
} from './events.ts';

function known(event: RecordedEvent): unknown {
  if (event.typeVersion > sponsoredEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event;
}

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export const upcast = (event: RecordedEvent): RecordedSponsoredEvent =>
  known(event) as RecordedSponsoredEvent;

/** The same for the task of one of the seven. */
export const upcastTask = (event: RecordedEvent): RecordedTaskEvent =>
  known(event) as RecordedTaskEvent;
