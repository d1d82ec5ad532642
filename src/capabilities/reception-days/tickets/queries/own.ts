import type { LocalDate } from '../../../../kernel/local-date.ts';
import { nobody, setStreams } from '../../../../platform/database/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { findHall } from '../../hall/store.ts';
import { findDay } from '../../store.ts';
import { estimateWait } from '../queue.ts';
import { countBefore, findTalks, findTicket } from '../store.ts';
import { labelOf, type TicketStage } from '../terms.ts';

/** What whoever holds a ticket sees of it. */
export interface OwnTicket {
  readonly id: string;
  readonly dayId: string;
  readonly label: string;
  readonly numberedOn: LocalDate;
  readonly on: LocalDate;
  readonly from: string;
  readonly place: string;
  readonly stage: TicketStage;
  readonly arrived: boolean;
  readonly persons: number;
  readonly carried: number;
  /** How many come before; 0 is next. */
  readonly before: number;
  /** Minutes, about; null while nobody hears. */
  readonly estimate: number | null;
  /** Where to go when called. */
  readonly table: string | null;
}

/** A ticket as its holder sees it, after number and code were right. */
export async function readOwnTicket(
  deps: PetitionDeps,
  ticketId: string,
): Promise<OwnTicket | null> {
  return deps.db.withActor({ ...nobody, actor: `petitioner:${ticketId}` }, 'read', async (tx) => {
    await setStreams(tx, [ticketId]);
    const row = await findTicket(tx, ticketId);
    if (row === null) return null;
    await setStreams(tx, [row.dayId]);
    const [hall, day] = await Promise.all([findHall(tx, row.dayId), findDay(tx, row.dayId)]);
    if (hall === null) return null;
    const before = row.stage === 'waiting' ? await countBefore(tx, row) : 0;
    const open = hall.groups.filter((group) => group.open).length;
    return {
      id: row.id,
      dayId: row.dayId,
      label: labelOf(row.number),
      numberedOn: row.numberedOn,
      on: row.on,
      from: day?.plan.from ?? '',
      place: day?.plan.place ?? '',
      stage: row.stage,
      arrived: row.arrivedAt !== null,
      persons: row.persons,
      carried: row.carried,
      before,
      estimate: estimateWait(before, open, await findTalks(tx, row.dayId)),
      table: hall.groups.find(({ id }) => id === row.groupId)?.place ?? null,
    };
  });
}
