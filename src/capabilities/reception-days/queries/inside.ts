import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { mayReadInside } from '../policy.ts';
import { slotsOf } from '../slots.ts';
import type { InsideView } from '../view.ts';
import { findDay } from '../store.ts';
import { loadDay } from './public.ts';

const instant = (at: number): string => new Date(at).toISOString();
const noVisitor = { name: '', telephone: '', topic: '' };

/**
 * What only those see who run a day and its leaders: proofs, who booked, who is invited, sheets,
 * minutes, task forces. Nothing for everybody else.
 */
export async function openInside(
  deps: ReceptionDeps,
  actor: StaffActor,
  id: string,
): Promise<InsideView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findDay(tx, id);
    if (row === null || !mayReadInside(actor, row)) return null;
    const day = await loadDay(tx, id);
    if (day === null) return null;
    const organisation = await deps.organisation(tx);
    const opened = await openItems(tx, deps, id, await caseKeyOf(tx, deps, id));
    const read = <T>(item: { readonly id: string }, empty: T): T =>
      (opened.get(item.id) as T | undefined) ?? empty;
    const text = (item: { readonly id: string }): string => read(item, { text: '' }).text;
    return {
      channels: day.channels.map(({ file, ...proof }) => ({
        ...proof,
        file: file === null ? null : { id: file.id, name: read(file.name, { name: '' }).name },
      })),
      slots: slotsOf(day.plan, day.bookings).map((slot) => ({ ...slot })),
      bookings: day.bookings.map(({ visitor, ...booking }) => ({
        ...booking,
        ...read(visitor, noVisitor),
      })),
      invitees: day.invitees.map(({ visitor, ...invitee }) => ({
        ...invitee,
        ...read(visitor, noVisitor),
      })),
      preparations: day.preparations.map(({ sheet, at, ...preparation }) => ({
        ...preparation,
        at: instant(at),
        ...read(sheet, { background: '', demands: '', proposal: '', basis: '' }),
      })),
      minutes:
        day.minutes === null
          ? null
          : {
              ...read(day.minutes.content, { attending: '', heard: '', decided: '' }),
              draftedAt: instant(day.minutes.draftedAt),
              number: day.minutes.issued?.number ?? null,
              issuedAt: day.minutes.issued === null ? null : instant(day.minutes.issued.at),
            },
      taskForces: day.taskForces.map((force) => ({
        id: force.id,
        leader: day.plan.leaders.find((leader) => leader.id === force.leaderId)?.name ?? '',
        petitionId: force.petitionId,
        matter: text(force.matter),
        units: force.units.map((unit) => ({
          id: unit,
          name: organisation.find(unit)?.name ?? unit,
        })),
        members: text(force.members),
        formedAt: instant(force.formedAt),
        ledger: force.ledger.map((entry) => ({
          id: entry.id,
          at: instant(entry.at),
          note: text(entry.note),
        })),
        closed:
          force.closed === null
            ? null
            : { at: instant(force.closed.at), outcome: text(force.closed.outcome) },
      })),
    };
  });
}
