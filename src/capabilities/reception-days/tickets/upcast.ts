import type { RecordedEvent } from '../../../platform/record/index.ts';
import { ticketEventVersion, type RecordedTicketEvent } from './events.ts';

/**
 * Brings an event of a ticket as the record has it to the present version.
 * @throws when the event is of a version that this release does not know
 */
export function upcastTicket(event: RecordedEvent): RecordedTicketEvent {
  if (event.typeVersion > ticketEventVersion) {
    throw new Error(`Event ${event.type} has version ${event.typeVersion}; this release is older`);
  }
  const { type, data, seq, at } = event;
  return { type, data, seq, at } as unknown as RecordedTicketEvent;
}
