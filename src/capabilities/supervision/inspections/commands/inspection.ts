import type { StaffActor, SystemActor } from '../../../../kernel/actor.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused, setStream } from '../../../../platform/database/index.ts';
import { visibleHolders } from '../../../petitions/index.ts';
import type { OwnOptions, SupervisionDeps } from '../../commands/deps.ts';
import {
  beginOwn,
  stepOwn,
  type OwnAnswer,
  type OwnComposing,
  type OwnWork,
} from '../../commands/own-records.ts';
import { ownPaperHost, paperComposers, renderSealed } from '../../commands/own-papers.ts';
import { findOwn } from '../../own-store.ts';
import type { InspectionCommand, InspectionCommandOf } from '../command.ts';
import type { InspectionStep, InspectionStepInput, PlanInspectionInput } from '../contract.ts';
import { inspectionStreamKind, programmeStreamKind, type InspectionEvent } from '../events.ts';
import type { Inspection } from '../inspection.ts';
import { limits } from '../limits.ts';
import { isProgrammeVisible, mayPlanAt } from '../policy.ts';
import { petitionsDrawn, type Programme } from '../programme.ts';
import { inspectionKind } from '../queries/kind.ts';
import { orderWriting } from './order.ts';
import { superviseFinding } from './supervise.ts';
import { petitionsListed, refuseAccusations } from './petitions.ts';
import { tellOfInspection } from './tell.ts';

type With = OwnComposing<Inspection>;

/** What a step brings about beside its events: messages, and the rendering of a sealed order. */
export const inspectionWork: OwnWork<Inspection, InspectionCommand, InspectionEvent> = {
  rules: inspectionKind,
  carry: async (tx, deps, { after, events, options }) => {
    await tellOfInspection(tx, deps, after, events, options.commandId);
    await renderSealed(tx, deps, { id: after.id, kind: inspectionStreamKind }, events);
  },
};

/** Orders of inspections, for the job that renders papers. */
export const inspectionPaperHost = ownPaperHost(inspectionWork);

/** A programme of the planner's own office that is under way. */
async function programmeOf(
  { tx }: With,
  actor: StaffActor,
  programmeId: string,
): Promise<Programme> {
  const row = await findOwn(tx, programmeId);
  const programme = row?.kind === programmeStreamKind ? (row.state as Programme) : null;
  if (programme === null || !isProgrammeVisible(actor, programme)) {
    throw new CommandRefused(refuse('not-found'));
  }
  if (!mayPlanAt(actor, programme.office)) {
    throw new CommandRefused(refuse('not-permitted', { verb: 'inspection.plan' }));
  }
  if (programme.status !== 'approved') {
    throw new CommandRefused(refuse('inspection-programme-approval'));
  }
  return programme;
}

async function planOf(
  with_: With,
  programmeId: string,
  listed: readonly string[],
  input: PlanInspectionInput,
  actor: StaffActor,
): Promise<InspectionCommandOf<'planInspection'>> {
  const { tx, deps, id } = with_;
  const programme = await programmeOf(with_, actor, programmeId);
  const team = programme.teams.find((each) => each.id === input.team);
  const round = programme.rounds.find((each) => each.id === input.round);
  if (team === undefined || (input.round !== undefined && round === undefined)) {
    throw new CommandRefused(refuse('inspection-team-unknown', {}, 'team'));
  }
  const draw = programme.draws.find((each) => each.id === input.draw);
  if (input.draw !== undefined && draw?.drawn == null) {
    throw new CommandRefused(refuse('draw-not-made', {}, 'draw'));
  }
  const drawn = draw === undefined ? [] : petitionsDrawn(draw);
  const holders = await visibleHolders(tx, drawn);
  const petitions = [
    ...new Set([...listed, ...drawn.filter((each) => holders.get(each)?.holder === input.unit)]),
  ];
  await refuseAccusations(tx, deps, actor, petitions);
  await setStream(tx, id);
  return {
    type: 'planInspection',
    office: programme.office,
    programmeId,
    teamId: team.id,
    members: team.members,
    memberUnits: team.units,
    roundId: round?.id ?? null,
    unit: input.unit,
    way: input.way,
    focus: draw === undefined ? 'key' : 'random',
    drawId: draw?.id ?? null,
    on: localDate(input.on),
    petitions,
    task: with_.words(input.task, 'task', limits.words),
  };
}

/**
 * Plans an inspection of a unit under an approved programme; its list of petitions is frozen (U-1).
 * An open one announces itself to the unit, an unannounced one is nowhere to be seen there.
 * @returns its id; refusals `not-found`, `not-permitted`, `inspection-programme-approval`,
 * `inspection-team-unknown`, `inspection-team-inside`, `inspection-day-past`, `unit-unknown`,
 * `inspection-petition`, `inspection-accusation`, `draw-not-made`, words
 */
export async function planInspection(
  deps: SupervisionDeps,
  programmeId: string,
  input: PlanInspectionInput,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const { actor, commandId } = options;
  const listed = await petitionsListed(deps, actor, input.numbers, limits.petitions);
  if (!listed.ok) return listed;
  return beginOwn(
    deps,
    inspectionWork,
    commandId,
    {
      type: 'planInspection',
      input: [programmeId, input],
      compose: (with_) => planOf(with_, programmeId, listed.value, input, actor),
    },
    options,
  );
}

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in InspectionStep]: (
    input: InspectionStepInput<T>,
    with_: With,
  ) => Promise<InspectionCommand> | InspectionCommand;
} = {
  carryOut: (input, { words }) => ({
    type: 'carryOut',
    on: localDate(input.on),
    checked: words(input.checked, 'checked', limits.words),
  }),
  recordFinding: async (input, { madeId, words, optionalWords, attach }) => ({
    type: 'recordFinding',
    findingId: madeId,
    kind: input.kind,
    petitionId: input.petitionId ?? null,
    text: words(input.text, 'text', limits.words),
    basis: optionalWords(input.basis, 'basis', limits.words),
    demand: optionalWords(input.demand, 'demand', limits.words),
    dueOn: input.dueOn === undefined ? null : localDate(input.dueOn),
    photographs: await attach(input.uploads),
  }),
  answerFinding: async (input, { words, attach }) => ({
    type: 'answerFinding',
    findingId: input.findingId,
    text: words(input.text, 'text', limits.words),
    files: await attach(input.uploads),
  }),
  verifyFinding: (input, { words }) => ({
    type: 'verifyFinding',
    findingId: input.findingId,
    text: words(input.text, 'text', limits.words),
  }),
  reopenFinding: (input, { words }) => ({
    type: 'reopenFinding',
    findingId: input.findingId,
    text: words(input.text, 'text', limits.words),
    dueOn: localDate(input.dueOn),
  }),
  superviseFinding: (input, with_) => superviseFinding(with_, input),
  draftOrder: (input, { madeId, words }) => ({
    type: 'draftOrder',
    paperId: madeId,
    text: words(input.text, 'text', limits.words),
  }),
  ...paperComposers(limits.words, orderWriting),
  closeInspection: () => ({ type: 'closeInspection' }),
  cancelInspection: (input, { words }) => ({
    type: 'cancelInspection',
    reason: words(input.reason, 'reason', limits.words),
  }),
};

/**
 * Takes one step with an inspection (U-1).
 * @param input of the contract's shape
 * @returns as `stepOwn`; `made` is the finding or the paper that came of it
 */
export function stepInspection<T extends InspectionStep>(
  deps: SupervisionDeps,
  id: string,
  type: T,
  input: InspectionStepInput<T>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const compose = composers[type] as (
    input: InspectionStepInput<T>,
    with_: With,
  ) => Promise<InspectionCommand> | InspectionCommand;
  return stepOwn(
    deps,
    inspectionWork,
    id,
    { type, input, compose: (with_) => compose(input, with_) },
    options,
  );
}

/** Takes a step of the system, which needs no typed input. */
export const stepInspectionBySystem = (
  deps: SupervisionDeps,
  id: string,
  command: InspectionCommand,
  options: OwnOptions & { readonly actor: SystemActor },
): Promise<Result<OwnAnswer, Refusal>> =>
  stepOwn(
    deps,
    inspectionWork,
    id,
    { type: command.type, input: command, compose: () => command },
    options,
  );
