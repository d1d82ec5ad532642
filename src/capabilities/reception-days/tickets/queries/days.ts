import { addDays, localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { nobody } from '../../../../platform/database/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { findDay, findDays, type DayRow } from '../../store.ts';

/** A reception day as whoever wants a ticket sees it. */
export interface TicketDay {
  readonly id: string;
  readonly on: LocalDate;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly leaders: readonly string[];
  /** Whether tickets are still given out for the day itself. */
  readonly ahead: boolean;
}

/** Days that are announced this far ahead can be chosen. */
const ahead = 60;
/** Tickets of the last days can still be looked up: some were carried over. */
const back = 30;

const dayOf = (row: DayRow, now: number): TicketDay => ({
  id: row.id,
  on: row.on,
  from: row.plan.from,
  to: row.plan.to,
  place: row.plan.place,
  leaders: row.plan.leaders.map(({ name, post }) => `${name}（${post}）`),
  ahead: row.on >= localDateOf(now) && (row.state === 'noticed' || row.state === 'running'),
});

/**
 * Announced days, those of the last month too; row-level security leaves out what is not announced.
 * @param now epoch ms
 */
export const listTicketDays = (deps: PetitionDeps, now: number): Promise<readonly TicketDay[]> =>
  deps.db.withActor(nobody, 'read', async (tx) => {
    const today = localDateOf(now);
    const rows = await findDays(tx, addDays(today, -back), addDays(today, ahead));
    return rows.map((row) => dayOf(row, now));
  });

/** One announced day. */
export const findTicketDay = (
  deps: PetitionDeps,
  dayId: string,
  now: number,
): Promise<TicketDay | null> =>
  deps.db.withActor(nobody, 'read', async (tx) => {
    const row = await findDay(tx, dayId);
    return row === null ? null : dayOf(row, now);
  });
