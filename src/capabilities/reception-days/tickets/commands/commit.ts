import { actorId, type Actor } from '../../../../kernel/actor.ts';
import { unitOf, type Tx } from '../../../../platform/database/index.ts';
import { announce } from '../../../../platform/live/index.ts';
import { appendEvents, type StreamHead } from '../../../../platform/record/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { rulesVersion } from '../../commands/commit.ts';
import { callsTopic, groupTopic, hallTopic, queueTopic } from '../../hall/topics.ts';
import { ticketEventVersion, type TicketEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { dropTicket, writeTicket } from '../store.ts';
import type { Ticket } from '../ticket.ts';
import { upcastTicket } from '../upcast.ts';

/** Kind of the stream of one ticket. */
export const ticketStreamKind = 'reception-ticket';

export interface TicketCommit {
  readonly id: string;
  readonly head: StreamHead | null;
  readonly before: Ticket | null;
  readonly events: readonly TicketEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  /** Epoch ms. */
  readonly at: number;
}

/** What a change of a ticket concerns: the hall, the groups before and after, the calling screens. */
function topicsOf(before: Ticket | null, after: Ticket): readonly string[] {
  const days = new Set([after.sitting.dayId, before?.sitting.dayId ?? after.sitting.dayId]);
  const groups = new Set(
    [before?.groupId, after.groupId, before?.sentTo?.groupId, after.sentTo?.groupId].filter(
      (id) => id !== null && id !== undefined,
    ),
  );
  const called = [before?.stage, after.stage].includes('called');
  const waits = [before?.stage, after.stage].includes('waiting');
  return [...days].flatMap((dayId) => [
    hallTopic(dayId),
    ...(called ? [callsTopic(dayId)] : []),
    ...(waits ? [queueTopic(dayId)] : []),
    ...[...groups].map((id) => groupTopic(dayId, id)),
  ]);
}

/** Writes the events of one command, the row that lists read, and tells the screens. */
export async function commitTicket(
  tx: Tx,
  deps: PetitionDeps,
  commit: TicketCommit,
): Promise<Ticket> {
  const { id, before, actor, commandId, at } = commit;
  const recorded = await appendEvents(tx, {
    streamId: id,
    kind: ticketStreamKind,
    head: commit.head,
    events: commit.events.map((event) => ({ ...event, typeVersion: ticketEventVersion })),
    stamp: {
      actor: actorId(actor),
      unitId: unitOf(actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId,
    },
    at,
    bodyHash: commit.bodyHash,
  });
  const after = recorded
    .map(upcastTicket)
    .reduce<Ticket | null>((ticket, event) => evolve(id, ticket, event), before);
  if (after === null) throw new Error('A command without events leaves no ticket');
  if (before !== null && before.sitting.dayId !== after.sitting.dayId) {
    dropTicket(tx, before.sitting.dayId, id);
  }
  const called = commit.events.some(({ type }) => type === 'TicketCalled');
  writeTicket(tx, after, called ? commandId : null, at);
  announce(tx, { topics: topicsOf(before, after), id, version: after.version });
  return after;
}
