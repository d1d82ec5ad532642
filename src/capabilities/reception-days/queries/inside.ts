import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import { visibleNumbers } from '../../petitions/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { mayReadInside } from '../policy.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { isInTime } from '../decide/notice.ts';
import { slotsOf } from '../slots.ts';
import type { InsideView } from '../view.ts';
import { findDay } from '../store.ts';
import { loadDay } from './public.ts';

const instant = (at: number): string => new Date(at).toISOString();
const noVisitor = { name: '', telephone: '', topic: '' };

/** A day with all that lies in it, for those who run it and its leaders; its stream is open then. */
export async function openForReading(
  tx: Tx,
  actor: StaffActor,
  id: string,
): Promise<ReceptionDay | null> {
  const row = await findDay(tx, id);
  return row === null || !mayReadInside(actor, row) ? null : loadDay(tx, id);
}

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
    const day = await openForReading(tx, actor, id);
    if (day === null) return null;
    const organisation = await deps.organisation(tx);
    const numbers = await visibleNumbers(
      tx,
      [...day.invitees, ...day.preparations, ...day.taskForces].flatMap(
        ({ petitionId }) => petitionId ?? [],
      ),
    );
    const petitionOf = (petitionId: string | null) => {
      const number = petitionId === null ? undefined : numbers.get(petitionId);
      return petitionId === null || number === undefined ? null : { id: petitionId, number };
    };
    const opened = await openItems(tx, deps, id, await caseKeyOf(tx, deps, id));
    const read = <T>(item: { readonly id: string }, empty: T): T =>
      (opened.get(item.id) as T | undefined) ?? empty;
    const text = (item: { readonly id: string }): string => read(item, { text: '' }).text;
    return {
      channels: day.channels.map(({ file, ...proof }) => ({
        ...proof,
        current: proof.noticeVersion === day.notice?.version,
        inTime: isInTime(day.plan, proof.on, deps.calendar()),
        file: file === null ? null : { id: file.id, name: read(file.name, { name: '' }).name },
      })),
      slots: slotsOf(day.plan, day.bookings).map((slot) => ({ ...slot })),
      bookings: day.bookings.map(({ visitor, ...booking }) => ({
        ...booking,
        ...read(visitor, noVisitor),
      })),
      invitees: day.invitees.map(({ visitor, petitionId, ...invitee }) => ({
        ...invitee,
        petition: petitionOf(petitionId),
        ...read(visitor, noVisitor),
      })),
      preparations: day.preparations.map(({ sheet, at, petitionId, ...preparation }) => ({
        ...preparation,
        petition: petitionOf(petitionId),
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
              paperId: day.minutes.issued?.paperId ?? null,
              issuedAt: day.minutes.issued === null ? null : instant(day.minutes.issued.at),
            },
      taskForces: day.taskForces.map((force) => ({
        id: force.id,
        leader: day.plan.leaders.find((leader) => leader.id === force.leaderId)?.name ?? '',
        petition: petitionOf(force.petitionId),
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
