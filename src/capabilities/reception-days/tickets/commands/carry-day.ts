import { actorId, type Actor } from '../../../../kernel/actor.ts';
import { CommandRefused, setStreams, type Tx } from '../../../../platform/database/index.ts';
import { lockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { decide } from '../decide/index.ts';
import { loadTicket } from '../queries/load.ts';
import { findOpen } from '../store.ts';
import type { Sitting } from '../terms.ts';
import { commitTicket } from './commit.ts';

/**
 * Takes every open ticket of a day along to where the day went, in their order and inside the very
 * command that cancels or moves it: no moment lies between in which somebody could be lost.
 * The day's row is locked, so that no ticket is taken meanwhile. A day that is not running has some
 * hundreds at the most.
 * @throws CommandRefused `ticket-not-in-stage` while somebody is being heard
 */
export async function carryDay(
  tx: Tx,
  deps: PetitionDeps,
  dayId: string,
  to: Sitting,
  by: {
    readonly cause: 'day-cancelled' | 'day-moved';
    readonly actor: Actor;
    /** The command's id, from which each ticket's own follows. */
    readonly commandId: string;
    /** Epoch ms. */
    readonly at: number;
  },
): Promise<void> {
  await setStreams(tx, [dayId]);
  for (const { id } of await findOpen(tx, dayId)) {
    await setStreams(tx, [dayId, to.dayId, id]);
    const head = await lockStream(tx, id);
    const ticket = await loadTicket(tx, id);
    // Somebody came for it before its stream was locked: it is where it should be.
    if (head === null || ticket === null || ticket.sitting.dayId !== dayId) continue;
    if (ticket.stage === 'heard' || ticket.stage === 'cancelled') continue;
    const step = { type: 'carryOver', to, cause: by.cause } as const;
    const decision = decide(ticket, step, { now: by.at, callSpacing: 0, eveningFrom: by.at });
    if (!decision.ok) throw new CommandRefused(decision);
    await commitTicket(tx, deps, {
      id,
      head,
      before: ticket,
      events: decision.value,
      actor: by.actor,
      commandId: deriveId(deps.keys, actorId(by.actor), id, by.commandId),
      bodyHash: bodyHashOf(deps.keys, to),
      at: by.at,
    });
  }
}
