import type { RecordedEvent } from '../../platform/record/index.ts';
import { eventVersion, type RecordedPetitionEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcast(event: RecordedEvent): RecordedPetitionEvent {
  if (event.typeVersion > eventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return {
    type: event.type,
    data: event.data,
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    unitId: event.unitId,
    calendarVersion: event.calendarVersion,
  } as unknown as RecordedPetitionEvent;
}
