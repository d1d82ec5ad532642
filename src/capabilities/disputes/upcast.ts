import type { RecordedEvent } from '../../platform/record/index.ts';
import { disputeEventVersion, type RecordedDisputeEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcast(event: RecordedEvent): RecordedDisputeEvent {
  if (event.typeVersion > disputeEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  const { type, data, seq, at, actor, unitId, calendarVersion } = event;
  const kept = { type, data, seq, at, actor, unitId, calendarVersion };
  return kept as unknown as RecordedDisputeEvent;
}
