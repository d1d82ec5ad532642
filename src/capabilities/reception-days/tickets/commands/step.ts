import { DatabaseError } from 'pg';
import type { Actor, StaffActor, SystemActor } from '../../../../kernel/actor.ts';
import { actorId } from '../../../../kernel/actor.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStreams,
  type Tx,
} from '../../../../platform/database/index.ts';
import { findCommand, lockStream, type StreamHead } from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  insertSealed,
  newId,
  Sealer,
} from '../../../../platform/vault/index.ts';
import { checkWords, type PetitionDeps } from '../../../petitions/index.ts';
import { prepareHall } from '../../hall/commands/prepare.ts';
import type { Hall } from '../../hall/hall.ts';
import { isInGroup, mayStep } from '../../hall/policy.ts';
import { findHall } from '../../hall/store.ts';
import type { TicketStep } from '../command.ts';
import type { StaffStepInput, StaffStepType } from '../contract.ts';
import { decide } from '../decide/index.ts';
import { rankGroups } from '../dispatch.ts';
import { ticketLimits } from '../limits.ts';
import { findAtGroups } from '../store.ts';
import type { Sitting } from '../terms.ts';
import type { Ticket } from '../ticket.ts';
import { knownTopic, knownUnit } from './about.ts';
import { loadTicket } from '../queries/load.ts';
import { commitTicket } from './commit.ts';
import { contextOf } from './ground.ts';
import { dispatchFactOf, groupFactsOf } from '../group-facts.ts';
import { petitionExists } from './matters.ts';

export interface TicketPlace {
  readonly dayId: string;
  readonly ticketId: string;
}

export interface TicketOptions {
  readonly actor: StaffActor | SystemActor;
  /** Chosen by the sender: sent twice, it is done once. */
  readonly commandKey: string;
  readonly expectedVersion?: number | undefined;
  /** Epoch ms; of the demo. */
  readonly at?: number | undefined;
}

export interface TicketAnswer {
  readonly version: number;
}

interface Composing {
  readonly tx: Tx;
  readonly deps: PetitionDeps;
  readonly actor: Actor;
  readonly hall: Hall;
  readonly ticket: Ticket;
  readonly now: number;
  readonly sealer: Sealer;
}

type Composer<T extends StaffStepType> = (
  input: StaffStepInput<T>,
  with_: Composing,
) => TicketStep | Promise<TicketStep>;

/** Where a ticket goes on: the hall itself on a later day, or another day of the office. */
async function sittingOf(
  { tx, deps, ticket }: Composing,
  input: StaffStepInput<'carryOver'>,
): Promise<Sitting> {
  const dayId = input.dayId ?? ticket.sitting.dayId;
  if (dayId !== ticket.sitting.dayId) {
    const other = await findHall(tx, dayId);
    if (other === null) throw new CommandRefused(refuse('not-found', {}, 'dayId'));
    // The row is written there; that day's tickets are open to whoever works in its hall.
    await setStreams(tx, [dayId, ticket.sitting.dayId, ticket.id]);
    return { dayId, on: localDate(input.on > other.sitsOn ? input.on : other.sitsOn) };
  }
  await Promise.resolve(deps);
  return { dayId, on: localDate(input.on) };
}

function openGroup(hall: Hall, groupId: string): void {
  const group = hall.groups.find(({ id }) => id === groupId);
  if (group === undefined) throw new CommandRefused(refuse('group-unknown', {}, 'groupId'));
  if (!group.open) throw new CommandRefused(refuse('group-not-open', {}, 'groupId'));
}

const composers: { readonly [T in StaffStepType]: Composer<T> } = {
  arrive: () => ({ type: 'arrive' }),
  describe: async ({ persons, topic, unit }, { tx, deps }) => {
    const organisation = await deps.organisation(tx);
    return {
      type: 'describe',
      persons,
      topic: knownTopic(organisation, topic),
      unit: knownUnit(organisation, unit),
    };
  },
  send: ({ groupId, reason }, { hall, sealer }) => {
    if (groupId !== null) openGroup(hall, groupId);
    const words = checkWords(reason, 'reason', ticketLimits.reason);
    if (!words.ok) throw new CommandRefused(words);
    return { type: 'send', groupId, reason: sealer.text(words.value) };
  },
  call: async ({ groupId }, { tx, hall, ticket, now }) => {
    openGroup(hall, groupId);
    const facts = groupFactsOf(hall, await findAtGroups(tx, hall.dayId), []);
    const own = rankGroups(dispatchFactOf(ticket, now), facts, hall.settings.patience).find(
      (each) => each.groupId === groupId,
    );
    return { type: 'call', groupId, reasons: [{ code: 'by-hand' }, ...(own?.reasons ?? [])] };
  },
  callAgain: () => ({ type: 'callAgain' }),
  telephone: () => ({ type: 'telephone' }),
  putBack: () => ({ type: 'putBack' }),
  beginTalk: () => ({ type: 'beginTalk' }),
  noteMatter: async ({ petitionId, how }, { tx, deps, actor, ticket }) => {
    if (!(await petitionExists(tx, deps, actor, petitionId, how))) {
      throw new CommandRefused(refuse('not-found', {}, 'petitionId'));
    }
    await setStreams(tx, [ticket.sitting.dayId, ticket.id]);
    return { type: 'noteMatter', petitionId, how };
  },
  endTalk: ({ settledAtOnce }) => ({ type: 'endTalk', settledAtOnce }),
  carryOver: async (input, with_) => ({
    type: 'carryOver',
    cause: input.cause,
    to: await sittingOf(with_, input),
  }),
};

export interface LockedTicket {
  readonly hall: Hall;
  readonly head: StreamHead;
  readonly ticket: Ticket;
}

/**
 * Passes the hall, then locks the ticket's own stream; both are open afterwards.
 * @throws CommandRefused with `not-found`
 */
export async function lockTicket(tx: Tx, { dayId, ticketId }: TicketPlace): Promise<LockedTicket> {
  const hall = await findHall(tx, dayId);
  if (hall === null) throw new CommandRefused(refuse('not-found'));
  await setStreams(tx, [dayId, ticketId]);
  const head = await lockStream(tx, ticketId);
  const ticket = head === null ? null : await loadTicket(tx, ticketId);
  if (head === null || ticket === null || ticket.sitting.dayId !== dayId) {
    throw new CommandRefused(refuse('not-found'));
  }
  return { hall, head, ticket };
}

/** The group that a step concerns: the one that has the ticket, or the one that shall have it. */
const groupOf = (ticket: Ticket, input: object): string | null =>
  'groupId' in input && typeof input.groupId === 'string' ? input.groupId : ticket.groupId;

/** Whoever calls somebody to a group sits there, or dispatches. */
const mayCallTo = (actor: Actor, hall: Hall, type: StaffStepType, input: object): boolean =>
  type !== 'call' ||
  !('groupId' in input) ||
  typeof input.groupId !== 'string' ||
  isInGroup(actor, hall, input.groupId) ||
  actor.kind === 'system';

/** Two called at one moment: the row of the group stands already. */
export const isGroupBusy = (error: unknown): boolean =>
  error instanceof DatabaseError && error.constraint === 'reception_ticket_at_group';

/**
 * Takes one step of a ticket, in one transaction on the ticket's own stream.
 * Refusals: `not-found`, `not-permitted`, `version-conflict`, `idempotency-key-reused`,
 * `ticket-not-in-stage`, `group-busy`, `group-not-open`, and those of the rule.
 */
export async function stepTicket<T extends StaffStepType>(
  deps: PetitionDeps,
  place: TicketPlace,
  type: T,
  input: StaffStepInput<T>,
  options: TicketOptions,
): Promise<Result<TicketAnswer, Refusal>> {
  const { actor, expectedVersion } = options;
  const commandId = deriveId(deps.keys, actorId(actor), place.ticketId, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  if ('dayId' in input && typeof input.dayId === 'string') await prepareHall(deps, input.dayId);
  try {
    return await inTransaction(deps, actor, async (tx) => {
      const { hall, head, ticket } = await lockTicket(tx, place);
      const done = await findCommand(tx, ticket.id, commandId);
      if (done !== null) {
        return done.bodyHash.equals(bodyHash)
          ? ok({ version: done.lastSeq })
          : refuse('idempotency-key-reused');
      }
      const groupId = groupOf(ticket, input);
      if (!mayStep(actor, hall, type, groupId) || !mayCallTo(actor, hall, type, input)) {
        return refuse('not-permitted', { verb: type });
      }
      if (expectedVersion !== undefined && expectedVersion !== ticket.version) {
        return refuse('version-conflict');
      }
      const now = options.at ?? tx.openedAt.getTime();
      const key = await caseKeyOf(tx, deps, ticket.id);
      const sealer = new Sealer({ vault: deps.vault, key, streamId: ticket.id, nextId: newId });
      // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
      const compose = composers[type] as Composer<T>;
      const step = await compose(input, { tx, deps, actor, hall, ticket, now, sealer });
      const decision = decide(ticket, step, contextOf(hall, ticket.sitting, now));
      if (!decision.ok) return decision;
      if (decision.value.length === 0) return ok({ version: ticket.version });
      await insertSealed(tx, ticket.id, deps.vault.keyVersion, sealer.rows);
      const after = await commitTicket(tx, deps, {
        id: ticket.id,
        head,
        before: ticket,
        events: decision.value,
        actor,
        commandId,
        bodyHash,
        at: now,
      });
      return ok({ version: after.version });
    });
  } catch (error) {
    if (isGroupBusy(error)) return refuse('group-busy');
    throw error;
  }
}
