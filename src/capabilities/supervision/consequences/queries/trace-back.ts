import type { StaffActor } from '../../../../kernel/actor.ts';
import { countClock } from '../../../../kernel/case-clocks.ts';
import { isGranted, type Jurisdiction } from '../../../../kernel/permissions.ts';
import { scopeOf, setStreams } from '../../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../../platform/record/index.ts';
import type { PaperDocument } from '../../../papers/index.ts';
import {
  foldPetition,
  openVisible,
  recordAccess,
  type OrganisationSnapshot,
  type Petition,
} from '../../../petitions/index.ts';
import type { ConsequencesDeps } from '../commands/deps.ts';
import { traceBack, type Passage } from '../trace-back.ts';
import { tracePaperOf } from '../trace-paper.ts';
import type { TraceBack } from '../view.ts';
import { namedIn } from './view.ts';

/** The record with where the matter stood after each event; a petition has tens of them. */
export const passagesOf = (id: string, events: readonly RecordedEvent[]): readonly Passage[] =>
  events.map(({ seq, at, type, actor, unitId }, place) => {
    const petition = foldPetition(id, events.slice(0, place + 1));
    return {
      seq,
      at,
      type,
      actor,
      unitId,
      holder: petition?.holder ?? '',
      officer: petition?.officer ?? null,
      clockHolders: Object.fromEntries(
        (petition?.clocks ?? []).map(({ key, holder }) => [key, holder]),
      ),
    };
  });

/** Supervisors and heads of the office that answers for it, leaders who read it (U-5). */
function mayTrace(actor: StaffActor, petition: Petition): boolean {
  const relations = new Set<Jurisdiction>(['unit']);
  if (petition.office === actor.unitId) relations.add('office');
  if (petition.readers.some((unit) => actor.readingUnits.includes(unit))) relations.add('reader');
  return isGranted(actor.roles, 'trace-back.read', relations);
}

function viewOf(
  petition: Petition,
  passages: readonly Passage[],
  organisation: OrganisationSnapshot,
  calendar: Parameters<typeof countClock>[1],
  now: number,
): TraceBack {
  const named = namedIn(organisation);
  const person = (userId: string | null): string =>
    userId === null ? '' : organisation.userName(userId);
  const clocks = petition.clocks.map((clock) => countClock(clock, calendar));
  const trace = traceBack(passages, clocks, now);
  return {
    petition: { id: petition.id, number: petition.number },
    spells: trace.spells.map(({ unit, from, to, officers, deeds, undone }) => ({
      unit: named(unit),
      from,
      to,
      officers: officers.map((each) => ({ name: person(each.userId), from: each.from })),
      deeds: deeds.map(({ seq, at, type, unit: by, userId, by: whose }) => ({
        seq,
        at,
        type,
        unit: by === null ? '' : named(by).name,
        person: person(userId),
        by: whose,
      })),
      undone,
    })),
    clocks: trace.clocks.map(({ unit, userId, ...clock }) => ({
      ...clock,
      unit: named(unit),
      person: person(userId),
    })),
  };
}

/**
 * Who held a matter when, and what each did and left undone, from the event record. The look is
 * recorded (L-4); nothing of the petitioner is in it.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export function openTraceBack(
  deps: ConsequencesDeps,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<TraceBack | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null || !mayTrace(actor, folder.petition)) return null;
    const { petition } = folder;
    await setStreams(tx, [petitionId]);
    const passages = passagesOf(petitionId, await loadEvents(tx, petitionId));
    await recordAccess(tx, actor, petitionId, 'trace-back');
    const calendar = deps.calendar(petition.calendarVersion);
    return viewOf(petition, passages, await deps.organisation(tx), calendar, now);
  });
}

/** The same as a paper, in the name of the reader's unit. */
export async function openTracePaper(
  deps: ConsequencesDeps,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<PaperDocument | null> {
  const trace = await openTraceBack(deps, actor, petitionId, now);
  if (trace === null) return null;
  const issuer = await deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
    namedIn(await deps.organisation(tx))(actor.unitId),
  );
  return tracePaperOf(trace, issuer.name, now);
}
