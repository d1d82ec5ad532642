import {
  differencesOf,
  rebuildStreams,
  type PetitionDeps,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../../petitions/index.ts';
import { setStreams } from '../../../platform/database/index.ts';
import { ticketStreamKind } from './commands/commit.ts';
import { fold } from './evolve.ts';
import { findTicket, rowOfTicket, writeTicket } from './store.ts';
import type { Ticket } from './ticket.ts';
import { upcastTicket } from './upcast.ts';

interface Folded {
  readonly ticket: Ticket;
  readonly lastCall: string | null;
  readonly changedAt: number;
}

const tickets: StreamRebuild<Folded> = {
  kinds: [ticketStreamKind],
  fold: (_tx, streamId, events) => {
    const ticket = fold(streamId, events.map(upcastTicket));
    const lastCall = events.findLast(({ type }) => type === 'TicketCalled')?.commandId ?? null;
    const changedAt = events.at(-1)?.at ?? 0;
    return Promise.resolve(ticket === null ? null : { ticket, lastCall, changedAt });
  },
  compare: async (tx, streamId, { ticket }) =>
    differencesOf(
      { reception: await findTicket(tx, streamId) },
      { reception: rowOfTicket(ticket) },
    ),
  write: async (tx, streamId, { ticket, lastCall, changedAt }) => {
    await setStreams(tx, [ticket.sitting.dayId, streamId]);
    writeTicket(tx, ticket, lastCall, changedAt);
  },
};

/** Folds every ticket again from the record (L-1), and compares or writes its row. */
export const rebuildTickets = (
  deps: PetitionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> => rebuildStreams(deps, tickets, mode);
