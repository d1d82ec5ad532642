import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDate, startOfDay } from '../../../../kernel/local-date.ts';
import {
  type Place,
  type Tx,
  end,
  nextPlace,
  parsePlace,
  placeBefore,
  scopeOf,
} from '../../../../platform/database/index.ts';
import {
  findCases,
  findCasesOfKind,
  openSummaries,
  openVisible,
  recordAccess,
  visibleNumbers,
  type CaseRow,
} from '../../../petitions/index.ts';
import { isVisitor } from '../case.ts';
import type { VisitDeps } from '../commands/deps.ts';
import type { VisitQuery } from '../contract.ts';
import type { TakenVisit, VisitLine, VisitPage } from '../view.ts';
import { visitKind } from './kind.ts';
import { lineOf, openVisits } from './opened.ts';

const { kind } = visitKind;

/** The lines of rows whose petitions the reader may see; of others nothing is told (L-5). */
async function linesOf(
  tx: Tx,
  deps: VisitDeps,
  actor: StaffActor,
  rows: readonly CaseRow[],
): Promise<readonly VisitLine[]> {
  const petitionIds = [...new Set(rows.map(({ petitionId }) => petitionId))];
  const [numbers, summaries, organisation] = await Promise.all([
    visibleNumbers(tx, petitionIds),
    openSummaries(tx, deps.vault, petitionIds),
    deps.organisation(tx),
  ]);
  const seen = rows.filter(({ petitionId }) => numbers.has(petitionId)).map(({ id }) => id);
  return (await openVisits(tx, deps, actor, seen)).map((each) => {
    const { petitionId } = each.visit;
    const number = numbers.get(petitionId) ?? '';
    return lineOf(each, { number, title: summaries.get(petitionId)?.title ?? '' }, organisation);
  });
}

/** After the last line of the page before, or the end of the asked day: rows carry its first moment. */
const placeOf = ({ after, day }: VisitQuery): Place =>
  day === undefined
    ? placeBefore(after)
    : (parsePlace(after) ?? { at: startOfDay(localDate(day)), id: end.id });

/** Visits as far as the reader sees them, the latest day first; of one day or unit when asked. */
export function listVisits(
  deps: VisitDeps,
  actor: StaffActor,
  query: VisitQuery,
): Promise<VisitPage> {
  const { status = null, unit = null, day, limit } = query;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const found = await findCasesOfKind(tx, {
      kind,
      state: status,
      holder: unit,
      subject: null,
      before: placeOf(query),
      limit,
    });
    const from = day === undefined ? 0 : startOfDay(localDate(day)).getTime();
    const rows = found.filter(({ openedAt }) => openedAt >= from);
    return {
      items: await linesOf(tx, deps, actor, rows),
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
    };
  });
}

/**
 * The visits of one petition, the latest first.
 * @returns null when there is no such petition for this reader
 */
export function listVisitsOfPetition(
  deps: VisitDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<readonly VisitLine[] | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if ((await openVisible(tx, deps, actor, petitionId)) === null) return null;
    const rows = (await findCases(tx, petitionId)).filter((row) => row.kind === kind);
    return linesOf(tx, deps, actor, rows.toReversed());
  });
}

/** Visits that one person can make in a day. */
const mostOfDay = 100;

/**
 * What a visitor takes along on a telephone: the planned visits of one day on which they go, and of
 * each no more than the visit needs. The taking is recorded with each petition (L-4).
 * @param day YYYY-MM-DD
 */
export function takeAlong(
  deps: VisitDeps,
  actor: StaffActor,
  day: string,
): Promise<readonly TakenVisit[]> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const rows = (
      await findCasesOfKind(tx, {
        kind,
        state: 'planned',
        holder: null,
        subject: null,
        before: { at: startOfDay(localDate(day)), id: end.id },
        limit: mostOfDay,
      })
    ).filter(({ openedAt }) => openedAt >= startOfDay(localDate(day)).getTime());
    const organisation = await deps.organisation(tx);
    const own = (
      await openVisits(
        tx,
        deps,
        actor,
        rows.map(({ id }) => id),
      )
    ).filter(({ visit }) => isVisitor(visit, actor.userId));
    const taken: TakenVisit[] = [];
    for (const { visit, stream } of own) {
      const folder = await openVisible(tx, deps, actor, visit.petitionId);
      if (folder === null) continue;
      await recordAccess(tx, actor, visit.petitionId, `home-visit:${visit.id}`);
      const { plan } = visit;
      taken.push({
        id: visit.id,
        version: visit.version,
        number: folder.petition.number,
        day: plan.day,
        time: plan.time,
        visitors: plan.visitors.map(({ userId }) => organisation.userName(userId)),
        companions: stream.field(plan.companions, 'text'),
        whom: stream.field(plan.whom, 'text'),
        place: stream.field(plan.place, 'text'),
        purpose: stream.field(plan.purpose, 'text'),
        accusation: folder.petition.purpose === 'accusation',
        neighbours: visit.consent !== null,
      });
    }
    return taken;
  });
}
