import type { RecordedEvent } from '../../../platform/record/index.ts';
import { hallEventVersion, type RecordedHallEvent } from './events.ts';

/**
 * Brings an event of a hall as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcastHall(event: RecordedEvent): RecordedHallEvent {
  if (event.typeVersion > hallEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  const { type, data, seq, at } = event;
  return { type, data, seq, at } as unknown as RecordedHallEvent;
}
