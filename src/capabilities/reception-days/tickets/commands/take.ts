import { actorId, type StaffActor, type SystemActor } from '../../../../kernel/actor.ts';
import { workingDayFrom } from '../../../../kernel/calendar.ts';
import { addDays, laterOf, localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, setStreams, type Tx } from '../../../../platform/database/index.ts';
import { findCommand } from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  deriveId,
  insertCase,
  lookupCode,
  newId,
  Sealer,
} from '../../../../platform/vault/index.ts';
import { checkWords, type PetitionDeps } from '../../../petitions/index.ts';
import { prepareHall } from '../../hall/commands/prepare.ts';
import { ownSeries, type Hall } from '../../hall/hall.ts';
import { isDoor } from '../../hall/policy.ts';
import { findHall } from '../../hall/store.ts';
import { holdDay, type DayRow } from '../../store.ts';
import type { TakeInput } from '../contract.ts';
import { take } from '../decide/index.ts';
import { holderItem, type Holder } from '../holder.ts';
import { ticketLimits } from '../limits.ts';
import { giveNumbers, takeNumber } from '../number-store.ts';
import type { TicketNumber } from '../terms.ts';
import type { Ticket } from '../ticket.ts';
import { knownTopic, knownUnit } from './about.ts';
import { loadTicket } from '../queries/load.ts';
import { commitTicket } from './commit.ts';

export interface TakeOptions {
  /** Null: somebody who takes it on line. */
  readonly actor: StaffActor | SystemActor | null;
  /** Chosen once per ticket, at a desk together with its number: sent twice, it makes one. */
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number | undefined;
}

export interface TakenTicket {
  readonly id: string;
  readonly number: TicketNumber;
  readonly numberedOn: LocalDate;
  readonly on: LocalDate;
  /** Opens the ticket together with its number; the same whenever it is asked for. */
  readonly code: string;
}

/** The id of the ticket that a key takes, known before it is taken. */
export const ticketIdOf = (deps: Pick<PetitionDeps, 'keys'>, dayId: string, key: string): string =>
  deriveId(deps.keys, `reception-day:${dayId}`, 'take-ticket', key);

const answerOf = (deps: PetitionDeps, ticket: Ticket): TakenTicket => ({
  id: ticket.id,
  number: ticket.number,
  numberedOn: ticket.numberedOn,
  on: ticket.sitting.on,
  code: lookupCode(deps.keys, ticket.id, 1),
});

/** Words as people typed them, cleaned; what cannot be read is left out rather than refused. */
const clean = (text: string | undefined, most: number): string => {
  const checked = checkWords(text ?? '', 'note', most);
  return checked.ok ? checked.value : '';
};

function holderOf(input: TakeInput): Holder | null {
  const holder = {
    name: clean(input.name, ticketLimits.name),
    telephone: clean(input.telephone, ticketLimits.telephone),
    representatives: input.representatives
      .map((name) => clean(name, ticketLimits.name))
      .filter((name) => name !== ''),
    note: clean(input.note, ticketLimits.note),
  };
  const empty = `${holder.name}${holder.telephone}${holder.note}` === '';
  return empty && holder.representatives.length === 0 ? null : holder;
}

/**
 * The day on which it is heard: that of the hall; where the reception day is over or does not take
 * place, the next working day. Nobody is sent away with nothing.
 */
function dayOf(deps: PetitionDeps, day: DayRow, hall: Hall, now: number): LocalDate {
  if (day.state !== 'closed' && day.state !== 'cancelled') return hall.sitsOn;
  return workingDayFrom(deps.calendar(), addDays(laterOf(localDateOf(now), hall.sitsOn), 1));
}

/** The number of the desk's supply, or the next of the series where another ticket has it. */
async function numberFor(
  tx: Tx,
  dayId: string,
  input: TakeInput,
  ticketId: string,
): Promise<TicketNumber> {
  const own = input.way === 'door' ? undefined : ownSeries[input.way];
  const wished = own === undefined ? input.number : undefined;
  if (wished !== undefined && (await takeNumber(tx, dayId, wished, ticketId))) return wished;
  const series = wished?.series ?? own ?? ownSeries.telephone;
  for (;;) {
    const number = { series, count: await giveNumbers(tx, dayId, series, 1) };
    if (await takeNumber(tx, dayId, number, ticketId)) return number;
  }
}

/**
 * Takes a ticket for a reception day: at the door, by telephone, on line. There is no reason
 * for which it could be refused to anybody; only a day that never was is not found, and staff of
 * other houses do not write into this one.
 * @returns number and code; the same ones when the same key comes again
 * Refusals: `not-found`, `not-permitted` (of staff elsewhere), `idempotency-key-reused`.
 */
export async function takeTicket(
  deps: PetitionDeps,
  dayId: string,
  input: TakeInput,
  options: TakeOptions,
): Promise<Result<TakenTicket, Refusal>> {
  if (!(await prepareHall(deps, dayId))) return refuse('not-found');
  const id = ticketIdOf(deps, dayId, options.commandKey);
  const actor = options.actor ?? ({ kind: 'petitioner', petitionId: id } as const);
  // Sent again later, it is the same ticket, printed longer ago.
  const { ago: _ago, ...said } = input;
  const bodyHash = bodyHashOf(deps.keys, said);
  return inTransaction(deps, actor, async (tx): Promise<Result<TakenTicket, Refusal>> => {
    // Staff see the day and its hall by their own right; who takes one on line, what is announced.
    const day = await holdDay(tx, dayId);
    if (day === null) return refuse('not-found');
    if (options.actor === null) await setStreams(tx, [dayId]);
    const hall = await findHall(tx, dayId);
    if (hall === null) return refuse('not-found');
    if (options.actor !== null && !isDoor(options.actor, hall)) {
      return refuse('not-permitted', { verb: 'hall.door' });
    }
    await setStreams(tx, [dayId, id]);
    const done = await findCommand(tx, id, id);
    if (done !== null) {
      const ticket = await loadTicket(tx, id);
      return ticket !== null && done.bodyHash.equals(bodyHash)
        ? ok(answerOf(deps, ticket))
        : refuse('idempotency-key-reused');
    }
    const now = options.at ?? tx.openedAt.getTime();
    const organisation = await deps.organisation(tx);
    const caseKey = deps.vault.newCaseKey();
    const sealer = new Sealer({
      vault: deps.vault,
      key: caseKey.key,
      streamId: id,
      nextId: newId,
    });
    const holder = holderOf(input);
    const event = take(
      {
        sitting: { dayId, on: dayOf(deps, day, hall, now) },
        number: await numberFor(tx, dayId, input, id),
        numberedOn: hall.firstOn,
        way: input.way,
        takenAt: now - (input.ago ?? 0),
        persons: Math.max(input.persons, input.representatives.length, 1),
        holder: holder === null ? null : sealer.item(holder, holderItem),
        hasTelephone: (holder?.telephone ?? '') !== '',
        topic: knownTopic(organisation, input.topic ?? null),
        unit: knownUnit(organisation, input.unit ?? null),
        office: hall.unit,
      },
      { now },
    );
    await insertCase(tx, id, caseKey.wrapped, caseKey.keyVersion, sealer.rows);
    const ticket = await commitTicket(tx, deps, {
      id,
      head: null,
      before: null,
      events: [event],
      actor,
      commandId: id,
      bodyHash,
      at: now,
    });
    return ok(answerOf(deps, ticket));
  });
}

/** A number for a desk, with all that is printed on its ticket before the server knows of it. */
export interface SupplySlot {
  readonly number: TicketNumber;
  readonly key: string;
  readonly code: string;
}

/** Numbers that a desk holds at most at once: a morning's network failure. */
export const mostSupplied = 60;

/**
 * Gives a desk numbers of its own series ahead, so that it prints a ticket at once, also while the
 * network is down. Those that are never used leave gaps.
 * Refusals: `not-found`, `not-permitted`, `desk-unknown`.
 */
export async function supplyDesk(
  deps: PetitionDeps,
  dayId: string,
  deskId: string,
  count: number,
  { actor }: { readonly actor: StaffActor },
): Promise<
  Result<{ readonly numberedOn: LocalDate; readonly slots: readonly SupplySlot[] }, Refusal>
> {
  return inTransaction(deps, actor, async (tx) => {
    const hall = await findHall(tx, dayId);
    if (hall === null) return refuse('not-found');
    if (!isDoor(actor, hall)) return refuse('not-permitted', { verb: 'hall.door' });
    const desk = hall.desks.find(({ id }) => id === deskId);
    if (desk === undefined) return refuse('desk-unknown');
    await setStreams(tx, [dayId]);
    const wanted = Math.min(Math.max(count, 1), mostSupplied);
    const first = await giveNumbers(tx, dayId, desk.series, wanted);
    const slots = Array.from({ length: wanted }, (_, place): SupplySlot => {
      const key = deriveId(
        deps.keys,
        actorId(actor),
        `slot-${dayId}-${desk.series}`,
        `${first + place}`,
      );
      return {
        number: { series: desk.series, count: first + place },
        key,
        code: lookupCode(deps.keys, ticketIdOf(deps, dayId, key), 1),
      };
    });
    return ok({ numberedOn: hall.firstOn, slots });
  });
}
