import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { type Tx, nextPlace, placeBefore, scopeOf } from '../../../../platform/database/index.ts';
import { findCases, findCasesOfKind, type OrganisationSnapshot } from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import {
  namedBy,
  openCaseRows,
  type CaseReading,
  type OpenedCase,
} from '../../queries/case-lines.ts';
import { visitSteps, type VisitsQuery } from '../contract.ts';
import {
  comingFestivals,
  isVisitVisible,
  mayVisit,
  type FestivalVisit,
} from '../festival-visit.ts';
import type { VisitLine, VisitPage } from '../view.ts';
import { festivalVisitKind, foldVisit } from './visit-kind.ts';

const reading: CaseReading<FestivalVisit> = { fold: foldVisit, isVisible: isVisitVisible };

const lineOf = (
  { state, stream, petition }: OpenedCase<FestivalVisit>,
  organisation: OrganisationSnapshot,
  actor: StaffActor,
): VisitLine => ({
  id: state.id,
  version: state.version,
  wayOutId: state.wayOutId,
  petition,
  festival: state.festival,
  status: state.status,
  unit: namedBy(organisation)(state.unit),
  plannedOn: state.plannedOn,
  goes: stream.field(state.goes, 'text'),
  visitedOn: state.made?.on ?? null,
  brought: stream.field(state.made?.brought ?? null, 'text'),
  words: stream.field(state.made?.words ?? state.cancelled?.reason ?? null, 'text'),
  steps:
    state.status === 'planned' ? visitSteps.filter((step) => mayVisit(actor, step, state)) : [],
});

/** The festival visits that hang on one grant of aid; the petition was passed. */
export async function visitsOfPetition(
  tx: Tx,
  deps: SponsorshipDeps,
  actor: StaffActor,
  petitionId: string,
  wayOutId: string,
): Promise<readonly VisitLine[]> {
  const rows = (await findCases(tx, petitionId)).filter(
    ({ kind }) => kind === festivalVisitKind.kind,
  );
  const organisation = await deps.organisation(tx);
  const opened = await openCaseRows(tx, deps, actor, rows, reading);
  return opened
    .filter(({ state }) => state.wayOutId === wayOutId)
    .map((each) => lineOf(each, organisation, actor));
}

/**
 * Visits before festivals that the reader may see, newest first, with the festivals to come (S-5).
 * @param now epoch ms
 */
export function listFestivalVisits(
  deps: SponsorshipDeps,
  actor: StaffActor,
  { festival, after, limit }: VisitsQuery,
  now: number,
): Promise<VisitPage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfKind(tx, {
      kind: festivalVisitKind.kind,
      state: null,
      holder: null,
      subject: null,
      before: placeBefore(after),
      limit,
    });
    const organisation = await deps.organisation(tx);
    const opened = await openCaseRows(tx, deps, actor, rows, reading);
    return {
      items: opened
        .filter(({ state }) => festival === undefined || state.festival.from === festival)
        .map((each) => lineOf(each, organisation, actor)),
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
      festivals: comingFestivals(deps.calendar(), localDateOf(now)),
    };
  });
}
