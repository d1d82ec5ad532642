import type { RecordedTicketEvent, TicketEventOf } from './events.ts';
import type { Ticket } from './ticket.ts';

const taken = (id: string, data: TicketEventOf<'TicketTaken'>['data'], at: number): Ticket => ({
  id,
  version: 0,
  sitting: data.sitting,
  number: data.number,
  numberedOn: data.numberedOn,
  office: data.office ?? null,
  way: data.way,
  takenAt: data.takenAt,
  persons: data.persons,
  holder: data.holder,
  hasTelephone: data.hasTelephone,
  topic: data.topic,
  unit: data.unit,
  stage: 'waiting',
  arrivedAt: data.arrived ? at : null,
  sentTo: null,
  groupId: null,
  calls: [],
  telephonedAt: null,
  talkBeganAt: null,
  talkEndedAt: null,
  matters: [],
  instructed: [],
  settledAtOnce: false,
  carried: 0,
});

function changed(ticket: Ticket, event: RecordedTicketEvent): Ticket {
  switch (event.type) {
    case 'TicketTaken':
      return ticket;
    case 'TicketArrived':
      return { ...ticket, arrivedAt: event.at };
    case 'TicketDescribed':
      return { ...ticket, ...event.data };
    case 'TicketSent': {
      const { groupId, reason } = event.data;
      return { ...ticket, sentTo: groupId === null ? null : { groupId, reason } };
    }
    case 'TicketCalled':
      return {
        ...ticket,
        stage: 'called',
        groupId: event.data.groupId,
        calls: [...ticket.calls, event.at],
      };
    case 'TicketCalledAgain':
      return { ...ticket, calls: [...ticket.calls, event.at] };
    case 'HolderTelephoned':
      return { ...ticket, telephonedAt: event.at };
    case 'TicketPutBack':
      return { ...ticket, stage: 'waiting', groupId: null };
    case 'TalkBegun':
      // Whoever talks is here.
      return {
        ...ticket,
        stage: 'talking',
        talkBeganAt: event.at,
        arrivedAt: ticket.arrivedAt ?? event.at,
      };
    case 'MatterNoted':
      return { ...ticket, matters: [...ticket.matters, event.data] };
    case 'MatterInstructed':
      return { ...ticket, instructed: [...ticket.instructed, event.data] };
    case 'TalkEnded':
      return {
        ...ticket,
        stage: 'heard',
        talkEndedAt: event.at,
        settledAtOnce: event.data.settledAtOnce ?? false,
      };
    case 'TicketCarriedOver':
      return {
        ...ticket,
        stage: 'waiting',
        sitting: event.data.to,
        groupId: null,
        sentTo: null,
        arrivedAt: null,
        calls: [],
        telephonedAt: null,
        // A moved day moves everybody alike: nobody has waited in vain.
        carried: ticket.carried + (event.data.cause === 'day-moved' ? 0 : 1),
      };
    case 'TicketCancelled':
      return { ...ticket, stage: 'cancelled', groupId: null };
  }
}

/** A ticket after one more event; null before the first. */
export function evolve(
  id: string,
  ticket: Ticket | null,
  event: RecordedTicketEvent,
): Ticket | null {
  const begun = event.type === 'TicketTaken' ? taken(id, event.data, event.at) : ticket;
  return begun === null ? null : { ...changed(begun, event), version: event.seq };
}

/** A ticket from its whole record. */
export const fold = (id: string, events: readonly RecordedTicketEvent[]): Ticket | null =>
  events.reduce<Ticket | null>((ticket, event) => evolve(id, ticket, event), null);
