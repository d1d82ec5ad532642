import type { StaffActor } from '../../../../kernel/actor.ts';
import { workingDayFrom } from '../../../../kernel/calendar.ts';
import { addDays } from '../../../../kernel/local-date.ts';
import { scopeOf, setStreams, type Tx } from '../../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../../platform/vault/index.ts';
import { visibleNumbers, type PetitionDeps } from '../../../petitions/index.ts';
import { loadTicket } from '../../tickets/queries/load.ts';
import { groupFactsOf } from '../../tickets/group-facts.ts';
import { holderItem, type Holder } from '../../tickets/holder.ts';
import { choicesFor } from '../../tickets/dispatch.ts';
import { labelOf } from '../../tickets/terms.ts';
import { isInGroup } from '../policy.ts';
import { findHall } from '../store.ts';
import type { GroupView } from '../view.ts';
import { groupLines } from './lines.ts';
import type { HallNow, ReadHallNow } from './now.ts';

/** Who stands before the group: their names are for those who hear them, and lie sealed else. */
async function openCurrent(
  tx: Tx,
  deps: PetitionDeps,
  dayId: string,
  ticketId: string,
): Promise<NonNullable<GroupView['current']> | null> {
  await setStreams(tx, [dayId, ticketId]);
  const ticket = await loadTicket(tx, ticketId);
  if (ticket === null) return null;
  const opened =
    ticket.holder === null
      ? null
      : (
          await openItems(tx, deps, ticketId, await caseKeyOf(tx, deps, ticketId), [holderItem])
        ).get(holderItem);
  const organisation = await deps.organisation(tx);
  const numbers = await visibleNumbers(
    tx,
    ticket.matters.map(({ petitionId }) => petitionId),
  );
  const holder = (opened ?? null) as Holder | null;
  return {
    id: ticket.id,
    version: ticket.version,
    label: labelOf(ticket.number),
    numberedOn: ticket.numberedOn,
    stage: ticket.stage,
    persons: ticket.persons,
    topic: ticket.topic === null ? null : organisation.categoryName(ticket.topic),
    unit:
      ticket.unit === null
        ? null
        : { id: ticket.unit, name: organisation.find(ticket.unit)?.name ?? ticket.unit },
    calls: ticket.calls.length,
    calledAt: ticket.calls.at(-1) ?? null,
    talkBeganAt: ticket.talkBeganAt,
    telephoned: ticket.telephonedAt !== null,
    hasTelephone: ticket.hasTelephone,
    carried: ticket.carried,
    holder: holder === null ? null : { ...holder, representatives: [...holder.representatives] },
    matters: ticket.matters.map(({ petitionId, how }) => ({
      petitionId,
      number: numbers.get(petitionId) ?? null,
      how,
    })),
  };
}

/** How many of those who wait this group may call by itself. */
function countChoices({ hall, held, waiting }: HallNow, groupId: string): number {
  const facts = groupFactsOf(hall, held, waiting);
  const { patience } = hall.settings;
  const kinds = waiting.map((kind) => ({ ...kind, id: '', waited: kind.long ? patience : 0 }));
  return choicesFor(groupId, kinds, facts, patience).reduce(
    (sum, { ticket }) => sum + ticket.tickets,
    0,
  );
}

/**
 * One table of the hall, for those who sit at it. All tables of a hall look at every change: what
 * they show together is read once for all of them, and only who stands before this one is opened.
 * @returns null where there is no such group for this reader
 */
export async function readGroup(
  deps: PetitionDeps,
  actor: StaffActor,
  { dayId, groupId }: { readonly dayId: string; readonly groupId: string },
  readNow: ReadHallNow,
): Promise<GroupView | null> {
  const now = await readNow(dayId);
  if (now === null || !isInGroup(actor, now.hall, groupId)) return null;
  const { hall, organisation, held, waiting } = now;
  const group = groupLines(hall, actor, organisation, held, waiting).find(
    ({ id }) => id === groupId,
  );
  if (group === undefined) return null;
  const { current } = group;
  const opened =
    current === null
      ? null
      : await deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
          // The second fence: the hall under this reader's own rights.
          (await findHall(tx, dayId)) === null
            ? null
            : openCurrent(tx, deps, dayId, current.ticketId),
        );
  return {
    dayId,
    on: hall.sitsOn,
    nextMorning: workingDayFrom(deps.calendar(), addDays(hall.sitsOn, 1)),
    callSpacing: hall.settings.callSpacing,
    group,
    waitingForUs: countChoices(now, groupId),
    current:
      opened === null
        ? null
        : { ...opened, numberedOn: opened.numberedOn === hall.firstOn ? null : opened.numberedOn },
  };
}
