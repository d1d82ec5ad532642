import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, nobody, setStreams } from '../../../../platform/database/index.ts';
import { findCommand, lockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId, isLookupCode } from '../../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { findHall } from '../../hall/store.ts';
import { decide } from '../decide/index.ts';
import { findByNumber } from '../number-store.ts';
import { parseLabel } from '../terms.ts';
import { loadTicket } from '../queries/load.ts';
import { commitTicket } from './commit.ts';
import { contextOf } from './ground.ts';

/** For a number that nobody has: a wrong number costs the same time as a wrong code. */
const noTicket = '00000000-0000-0000-0000-000000000000';

/**
 * Opens a ticket for whoever holds it, by number and code.
 * @param dayId the day printed on it
 * @returns the ticket's id; null for a wrong number and a wrong code alike
 */
export async function findOwnTicket(
  deps: PetitionDeps,
  dayId: string,
  label: string,
  code: string,
): Promise<string | null> {
  const number = parseLabel(label);
  const id =
    number === null
      ? null
      : await deps.db.withActor(nobody, 'read', async (tx) => {
          await setStreams(tx, [dayId]);
          return findByNumber(tx, dayId, number);
        });
  return isLookupCode(deps.keys, id ?? noTicket, 1, code) ? id : null;
}

/**
 * A step of the holder: `arrive` (I am in the hall) or `cancel`, which nobody else can.
 * @param ticketId as `findOwnTicket` opened it
 * Refusals: `not-found`, `ticket-not-in-stage`.
 */
export async function stepByHolder(
  deps: PetitionDeps,
  ticketId: string,
  type: 'arrive' | 'cancel',
  options: { readonly commandKey: string; readonly at?: number },
): Promise<Result<undefined, Refusal>> {
  const actor = { kind: 'petitioner', petitionId: ticketId } as const;
  const commandId = deriveId(deps.keys, `ticket:${ticketId}`, type, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type]);
  return inTransaction(deps, actor, async (tx) => {
    await setStreams(tx, [ticketId]);
    const head = await lockStream(tx, ticketId);
    const ticket = await loadTicket(tx, ticketId);
    if (head === null || ticket === null) return refuse('not-found');
    if ((await findCommand(tx, ticketId, commandId)) !== null) return ok(undefined);
    const { dayId } = ticket.sitting;
    await setStreams(tx, [dayId, ticketId]);
    const hall = await findHall(tx, dayId);
    if (hall === null) return refuse('not-found');
    const now = options.at ?? tx.openedAt.getTime();
    const decision = decide(ticket, { type }, contextOf(hall, ticket.sitting, now));
    if (!decision.ok) return decision;
    if (decision.value.length === 0) return ok(undefined);
    await commitTicket(tx, deps, {
      id: ticketId,
      head,
      before: ticket,
      events: decision.value,
      actor,
      commandId,
      bodyHash,
      at: now,
    });
    return ok(undefined);
  });
}
