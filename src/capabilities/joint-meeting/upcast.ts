import type { RecordedEvent } from '../../platform/record/index.ts';
import { meetingEventVersion, type RecordedMeetingEvent } from './events.ts';

/**
 * Brings an event as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcast(event: RecordedEvent): RecordedMeetingEvent {
  if (event.typeVersion > meetingEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  const { type, data, seq, at, actor } = event;
  return { type, data, seq, at, actor } as unknown as RecordedMeetingEvent;
}
