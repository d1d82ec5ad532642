import type { RecordedEvent } from '../../../platform/record/index.ts';
import { visitEventVersion, type RecordedVisitEvent } from './festival-visit.ts';
import { wayEventVersion, type RecordedWayEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcastWay(event: RecordedEvent): RecordedWayEvent {
  if (event.typeVersion > wayEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedWayEvent;
}

/** The same for a festival visit. */
export function upcastVisit(event: RecordedEvent): RecordedVisitEvent {
  if (event.typeVersion > visitEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedVisitEvent;
}
