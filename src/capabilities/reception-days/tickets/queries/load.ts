import type { Tx } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { fold } from '../evolve.ts';
import type { Ticket } from '../ticket.ts';
import { upcastTicket } from '../upcast.ts';

/** A ticket as its record says; its stream must be open. */
export const loadTicket = async (tx: Tx, id: string): Promise<Ticket | null> =>
  fold(id, (await loadEvents(tx, id)).map(upcastTicket));
