import { actorId } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, setStreams, type Tx } from '../../../../platform/database/index.ts';
import { tryLockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import type { Hall } from '../../hall/hall.ts';
import { isInGroup } from '../../hall/policy.ts';
import { findHall } from '../../hall/store.ts';
import { decide } from '../decide/index.ts';
import { choicesFor, type GroupFact, type Reason } from '../dispatch.ts';
import { findAtGroups, findCalledBy, findQueue, type TicketRow } from '../store.ts';
import type { TicketNumber } from '../terms.ts';
import { loadTicket } from '../queries/load.ts';
import { commitTicket } from './commit.ts';
import { contextOf } from './ground.ts';
import { dispatchFactOf, groupFactsOf } from '../group-facts.ts';
import { isGroupBusy, type TicketOptions } from './step.ts';

export interface Called {
  readonly ticketId: string;
  readonly number: TicketNumber;
  readonly version: number;
}

/** The head of the queue answers nearly always; the whole of it is read when it does not. */
const depths = [80, 5000] as const;

interface Looking {
  readonly hall: Hall;
  readonly groupId: string;
  readonly facts: readonly GroupFact[];
  readonly now: number;
}

/** What a group may call, in order: those who are here before those who have only a number. */
function choicesOf(queue: readonly TicketRow[], looking: Looking) {
  const { hall, groupId, facts, now } = looking;
  const waiting = queue.map((row) => ({ ...row, ...dispatchFactOf(row, now) }));
  const choices = choicesFor(groupId, waiting, facts, hall.settings.patience);
  const here = choices.filter(({ ticket }) => ticket.arrivedAt !== null);
  return [...here, ...choices.filter(({ ticket }) => ticket.arrivedAt === null)];
}

/**
 * Takes the first choice that nobody else is taking at this moment. A ticket whose stream is held is
 * passed over, one that was taken since is no longer waiting: forty groups wait for nobody.
 */
async function takeFirst(
  tx: Tx,
  deps: PetitionDeps,
  looking: Looking,
  choices: readonly { readonly ticket: TicketRow; readonly reasons: readonly Reason[] }[],
  command: { readonly options: TicketOptions; readonly id: string; readonly bodyHash: Buffer },
): Promise<Called | null> {
  const { hall, groupId, now } = looking;
  for (const { ticket: row, reasons } of choices) {
    await setStreams(tx, [hall.dayId, row.id]);
    const head = await tryLockStream(tx, row.id);
    const ticket = head === null ? null : await loadTicket(tx, row.id);
    if (ticket === null || ticket.sitting.dayId !== hall.dayId) continue;
    const step = { type: 'call', groupId, reasons } as const;
    const decision = decide(ticket, step, contextOf(hall, ticket.sitting, now));
    if (!decision.ok) continue;
    const after = await commitTicket(tx, deps, {
      id: row.id,
      head,
      before: ticket,
      events: decision.value,
      actor: command.options.actor,
      commandId: command.id,
      bodyHash: command.bodyHash,
      at: now,
    });
    return { ticketId: row.id, number: after.number, version: after.version };
  }
  return null;
}

/**
 * A group calls whoever comes next among those that it may hear.
 * @returns the ticket; the same one when the same key comes again
 * Refusals: `not-found`, `not-permitted`, `group-not-open`, `group-busy`, `hall-has-no-wait`.
 */
export async function callNext(
  deps: PetitionDeps,
  dayId: string,
  groupId: string,
  options: TicketOptions,
): Promise<Result<Called, Refusal>> {
  const { actor } = options;
  const commandId = deriveId(deps.keys, actorId(actor), `next-${groupId}`, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, ['next', groupId]);
  try {
    return await inTransaction(deps, actor, async (tx) => {
      const hall = await findHall(tx, dayId);
      const group = hall?.groups.find(({ id }) => id === groupId);
      if (hall === null || group === undefined) return refuse('not-found');
      if (!isInGroup(actor, hall, groupId)) return refuse('not-permitted', { verb: 'call' });
      await setStreams(tx, [dayId]);
      const before = await findCalledBy(tx, dayId, commandId);
      if (before !== null) {
        return ok({ ticketId: before.id, number: before.number, version: before.version });
      }
      if (!group.open) return refuse('group-not-open');
      const held = await findAtGroups(tx, dayId);
      if (held.some((row) => row.groupId === groupId)) return refuse('group-busy');
      const now = options.at ?? tx.openedAt.getTime();
      for (const depth of depths) {
        const queue = await findQueue(tx, dayId, hall.sitsOn, depth);
        const looking = { hall, groupId, facts: groupFactsOf(hall, held, queue), now };
        const command = { options, id: commandId, bodyHash };
        const called = await takeFirst(tx, deps, looking, choicesOf(queue, looking), command);
        if (called !== null) return ok(called);
        if (queue.length < depth) break;
        await setStreams(tx, [dayId]);
      }
      return refuse('hall-has-no-wait');
    });
  } catch (error) {
    if (isGroupBusy(error)) return refuse('group-busy');
    throw error;
  }
}
