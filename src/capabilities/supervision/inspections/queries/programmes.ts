import type { StaffActor } from '../../../../kernel/actor.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { visibleHolders } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { openOwn, pageOfOwn, readAs } from '../../queries/own-pages.ts';
import { programmeSteps, type ProgrammeQuery } from '../contract.ts';
import { isProgrammeThinkable } from '../lifecycle.ts';
import { mayPlanAt, mayProgramme } from '../policy.ts';
import { petitionsDrawn, type Draw } from '../programme.ts';
import type { ProgrammePage, ProgrammeView } from '../view.ts';
import { inspectionKind, programmeKind } from './kind.ts';
import { inspectionLineOf, personNamed, programmeLineOf, unitNamed } from './lines.ts';

const instant = (at: number): string => new Date(at).toISOString();
const instantOrNull = (at: number | null): string | null => (at === null ? null : instant(at));

/** Programmes of the reader's offices, newest first (U-1). */
export const listProgrammes = (
  deps: SupervisionDeps,
  actor: StaffActor,
  query: ProgrammeQuery,
): Promise<ProgrammePage> =>
  readAs(deps, actor, async (tx) => {
    const page = await pageOfOwn(tx, programmeKind, actor, {
      ...query,
      status: query.status ?? null,
    });
    const organisation = await deps.organisation(tx);
    return {
      items: page.items.map((each) => programmeLineOf(organisation, each)),
      next: page.next,
    };
  });

async function drawViewOf(
  tx: Tx,
  deps: SupervisionDeps,
  draw: Draw,
): Promise<ProgrammeView['draws'][number]> {
  const organisation = await deps.organisation(tx);
  const drawn = petitionsDrawn(draw);
  const holders = await visibleHolders(tx, drawn);
  return {
    id: draw.id,
    frozenAt: instant(draw.frozenAt),
    size: draw.list.length,
    take: draw.take,
    source: draw.source,
    drawn: draw.drawn === null ? null : { at: instant(draw.drawn.at), seed: draw.drawn.seed },
    petitions: drawn.flatMap((id) => {
      const found = holders.get(id);
      return found === undefined
        ? []
        : [{ id, number: found.number, holder: unitNamed(organisation, found.holder) }];
    }),
  };
}

/** One programme with its inspections and draws; null when there is none for this reader. */
export const openProgramme = (
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<ProgrammeView | null> =>
  readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, programmeKind, actor, id);
    if (opened === null) return null;
    const { state: programme, text } = opened;
    const organisation = await deps.organisation(tx);
    const { items } = await pageOfOwn(tx, inspectionKind, actor, { about: id, limit: 500 });
    const draws: ProgrammeView['draws'] = [];
    for (const draw of programme.draws) draws.push(await drawViewOf(tx, deps, draw));
    const line = programmeLineOf(organisation, programme);
    return {
      ...line,
      version: programme.version,
      basis: programme.basis,
      focus: text(programme.focus),
      teams: programme.teams.map((team) => ({
        id: team.id,
        name: team.name,
        leader: organisation.userName(team.leader),
        members: team.members.map((userId) => organisation.userName(userId)),
      })),
      rounds: programme.rounds.map((round) => ({ ...round })),
      plannedBy: personNamed(organisation, programme.plannedBy),
      plannedAt: instant(programme.plannedAt),
      approvedAt: instantOrNull(programme.approvedAt),
      closedAt: instantOrNull(programme.closedAt),
      draws,
      inspections: items.map((each) => inspectionLineOf(organisation, each, programme, now)),
      steps: programmeSteps.filter(
        (step) =>
          isProgrammeThinkable(step, programme.status) &&
          mayProgramme(actor, step, programme) &&
          (step !== 'approveProgramme' || programme.plannedBy !== `staff:${actor.userId}`) &&
          (step !== 'drawFromList' || programme.draws.some(({ drawn }) => drawn === null)),
      ),
      mayPlan: programme.status === 'approved' && mayPlanAt(actor, programme.office),
    };
  });
