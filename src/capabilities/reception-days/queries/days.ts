import type { StaffActor } from '../../../kernel/actor.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { dayInputTypes } from '../contract.ts';
import { isInOffice } from '../leader.ts';
import { findLeaders } from '../leaders-store.ts';
import { isThinkable } from '../lifecycle.ts';
import { mayChange, mayReadDays } from '../policy.ts';
import { findDay, findDays, type DayRow } from '../store.ts';
import type { DayLine, DayView, LeaderView } from '../view.ts';
import { leaderWith, lineOf, regionWith } from './lines.ts';

const instant = (at: number): string => new Date(at).toISOString();

/** What the reader may try on a day in its present state. */
const stepsOf = (actor: StaffActor, row: DayRow): string[] =>
  dayInputTypes.filter(
    (type) =>
      isThinkable(type, row.state) &&
      mayChange(actor, type, row) &&
      // Whoever comes in person takes a ticket.
      (type !== 'bookSlot' || row.plan.slotMinutes !== null),
  );

/** Days of all units from one date to another; nothing for whoever may not read them. */
export async function listDays(
  deps: ReceptionDeps,
  actor: StaffActor,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly DayLine[] | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    return (await findDays(tx, from, to)).map((row) => lineOf(organisation, row));
  });
}

/** One day for a reader of the offices; nothing when there is none. */
export async function openDayView(
  deps: ReceptionDeps,
  actor: StaffActor,
  id: string,
): Promise<DayView | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findDay(tx, id);
    if (row === null) return null;
    return {
      ...lineOf(await deps.organisation(tx), row),
      version: row.version,
      notice:
        row.notice === null
          ? null
          : { ...row.notice, publishedAt: instant(row.notice.publishedAt) },
      openedAt: row.openedAt === null ? null : instant(row.openedAt),
      closedAt: row.closedAt === null ? null : instant(row.closedAt),
      cancelled:
        row.cancelled === null
          ? null
          : { at: instant(row.cancelled.at), reason: row.cancelled.reason },
      steps: stepsOf(actor, row),
    };
  });
}

/** Leaders who receive on a day; all that were ever listed when no day is named. */
export async function listLeaders(
  deps: ReceptionDeps,
  actor: StaffActor,
  on?: LocalDate,
): Promise<readonly LeaderView[] | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    return (await findLeaders(tx))
      .filter((leader) => on === undefined || isInOffice(leader, on))
      .map((leader) => ({
        ...leaderWith(organisation, leader),
        regions: leader.regions.map((code) => regionWith(organisation, code)),
        fields: [...leader.fields],
        from: leader.from,
        to: leader.to,
      }));
  });
}
