import type { RecordedEvent } from '../../../platform/record/index.ts';
import { consequenceEventVersion, type RecordedConsequenceEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcast(event: RecordedEvent): RecordedConsequenceEvent {
  if (event.typeVersion > consequenceEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  return event as unknown as RecordedConsequenceEvent;
}
