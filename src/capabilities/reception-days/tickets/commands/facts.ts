import type { Hall } from '../../hall/hall.ts';
import type { DispatchFact, GroupFact } from '../dispatch.ts';
import type { TicketRow } from '../store.ts';
import type { Ticket } from '../ticket.ts';

/**
 * The groups of a hall as the dispatch sees them.
 * @param held tickets that are called or talk
 * @param waiting tickets that wait; those sent by hand are a group's own load
 */
export function groupFactsOf(
  hall: Hall,
  held: readonly Pick<TicketRow, 'groupId'>[],
  waiting: readonly Pick<TicketRow, 'sentTo'>[],
): readonly GroupFact[] {
  const busy = new Set(held.map(({ groupId }) => groupId));
  return hall.groups.map(({ id, open, units, topics }) => ({
    id,
    open,
    busy: busy.has(id),
    units,
    topics,
    load: waiting.filter(({ sentTo }) => sentTo === id).length,
  }));
}

type About = Pick<Ticket, 'topic' | 'unit' | 'takenAt' | 'arrivedAt'> & {
  readonly sentTo: Ticket['sentTo'] | string;
};

/** A ticket as the dispatch sees it; waiting counts from its arrival in the hall. */
export const dispatchFactOf = (ticket: About, now: number): DispatchFact => ({
  topic: ticket.topic,
  unit: ticket.unit,
  sentTo: typeof ticket.sentTo === 'string' ? ticket.sentTo : (ticket.sentTo?.groupId ?? null),
  waited: Math.floor((now - (ticket.arrivedAt ?? now)) / 60_000),
});
