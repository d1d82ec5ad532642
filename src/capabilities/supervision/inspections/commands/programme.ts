import { createHash, randomBytes } from 'node:crypto';
import type { StaffActor } from '../../../../kernel/actor.ts';
import { drawBySeed, listText } from '../../../../kernel/draw.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { findPetitions } from '../../../desk/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import {
  beginOwn,
  stepOwn,
  type OwnAnswer,
  type OwnComposing,
  type OwnWork,
} from '../../commands/own-records.ts';
import type { OwnOptions } from '../../commands/deps.ts';
import { listOwn } from '../../own-store.ts';
import type { ProgrammeCommand, ProgrammeCommandOf } from '../command.ts';
import type { ProgrammeInput, ProgrammeStep, ProgrammeStepInput } from '../contract.ts';
import { writeDraw } from '../draw-store.ts';
import { inspectionStreamKind, type ProgrammeEvent, type ProgrammePlan } from '../events.ts';
import { limits } from '../limits.ts';
import { roundsOf, teamsOf, type PeopleBook } from '../people.ts';
import { mayPlanAt } from '../policy.ts';
import { publishedDrawOf } from '../published-draw.ts';
import {
  petitionsDrawn,
  type DrawEntry,
  type ExclusionReason,
  type Programme,
} from '../programme.ts';
import type { Inspection } from '../inspection.ts';
import { programmeKind } from '../queries/kind.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a draw publishes is published in the same transaction. */
export const programmeWork: OwnWork<Programme, ProgrammeCommand, ProgrammeEvent> = {
  rules: programmeKind,
  carry: (tx, _deps, { after, events }) => {
    const touched = events.flatMap((event) =>
      event.type === 'DrawListFrozen'
        ? [event.data.id]
        : event.type === 'DrawMade'
          ? [event.data.drawId]
          : [],
    );
    for (const draw of after.draws) {
      if (touched.includes(draw.id)) writeDraw(tx, after.id, publishedDrawOf(after, draw));
    }
    return Promise.resolve();
  },
};

type With = OwnComposing<Programme>;

const taken = <T>(
  read: { readonly ok: true; readonly value: readonly T[] } | Parameters<typeof fail>[0],
) => (read.ok ? read.value : fail(read));
function fail(refused: ReturnType<typeof refuse>): never {
  throw new CommandRefused(refused);
}

/** Teams and rounds keep their ids by their place, so that an inspection finds its team again. */
const groupsOf = (
  { id }: With,
  deps: SupervisionDeps,
  input: { readonly teams: string; readonly rounds: string },
  people: PeopleBook,
): Pick<ProgrammePlan, 'teams' | 'rounds'> => {
  const idOf = (of: string) => (at: number) =>
    deriveId(deps.keys, 'system:inspections', `${id}:${of}`, String(at));
  return {
    teams: taken(teamsOf(input.teams, people, idOf('team'))),
    rounds: taken(roundsOf(input.rounds, idOf('round'))),
  };
};

const planOf = (
  with_: With,
  deps: SupervisionDeps,
  input: ProgrammeInput,
  people: PeopleBook,
): ProgrammePlan => ({
  theme: with_.clean(input.theme, 'theme', limits.theme),
  basis: with_.clean(input.basis, 'basis', limits.basis),
  from: localDate(input.from),
  to: localDate(input.to),
  focus: with_.words(input.focus, 'focus', limits.words),
  ...groupsOf(with_, deps, input, people),
});

/** The id of the programme that a request makes; the same when it is sent again. */
export const programmeIdOf = (
  deps: Pick<SupervisionDeps, 'keys'>,
  actor: StaffActor,
  commandKey: string,
): string => deriveId(deps.keys, `staff:${actor.userId}`, 'inspection-programme', commandKey);

/**
 * Plans inspections: theme, basis, period, teams and rounds (U-1).
 * @param people how lists call the people who work here
 * @returns its id; refusals `not-permitted`, `inspection-dates`, `inspection-team-missing`,
 * `inspection-team-line`, `inspection-person-unknown`, `inspection-round-line`,
 * `inspection-round-dates`, words
 */
export async function planProgramme(
  deps: SupervisionDeps,
  input: ProgrammeInput,
  people: PeopleBook,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const { actor, commandId } = options;
  if (!mayPlanAt(actor, actor.unitId)) return refuse('not-permitted', { verb: 'inspection.plan' });
  return beginOwn(
    deps,
    programmeWork,
    commandId,
    {
      type: 'planProgramme',
      input,
      compose: (with_): ProgrammeCommand => ({
        type: 'planProgramme',
        office: actor.unitId,
        ...planOf(with_, deps, input, people),
      }),
    },
    options,
  );
}

/** What a list is drawn up from: petitions that the office may read, by day and unit. */
async function petitionsFitting(
  deps: SupervisionDeps,
  actor: StaffActor,
  { from, to, unit }: ProgrammeStepInput<'freezeList'>,
  now: number,
): Promise<Result<readonly string[], Refusal>> {
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await findPetitions(
      deps,
      actor,
      { from, to, holder: unit, sort: 'registered', limit: 200, after },
      now,
    );
    if (!page.ok) return page;
    // L-5: an accusation stands in no list, not even as an entry that names nobody.
    found.push(
      ...page.value.items.flatMap((line) => (line.purpose === 'accusation' ? [] : line.id)),
    );
    if (found.length > limits.list) return refuse('draw-list-long', { limit: limits.list });
    if (page.value.next === null) return ok(found);
    after = page.value.next;
  }
}

/**
 * The list as it is frozen: opaque entries in their own order. An entry is a keyed hash that nobody
 * without the office's key can trace to a petition; each draw has others.
 */
async function freezeOf(
  with_: With,
  deps: SupervisionDeps,
  fitting: readonly string[],
  input: ProgrammeStepInput<'freezeList'>,
): Promise<ProgrammeCommandOf<'freezeList'>> {
  const { tx, state, madeId: id } = with_;
  const rows = await listOwn(tx, {
    kind: inspectionStreamKind,
    status: null,
    unit: null,
    about: with_.id,
    group: null,
    before: null,
    limit: 1_000,
  });
  const inspected = new Set(
    rows.flatMap((row) => (row.status === 'cancelled' ? [] : (row.state as Inspection).petitions)),
  );
  const drawn = new Set((state?.draws ?? []).flatMap(petitionsDrawn));
  const reasonOf = (petitionId: string): ExclusionReason | null =>
    drawn.has(petitionId) ? 'drawn-before' : inspected.has(petitionId) ? 'under-inspection' : null;
  const entries = fitting
    .map((petitionId): DrawEntry => {
      const mac = deriveId(deps.keys, 'system:inspection-draw', id, petitionId).replaceAll('-', '');
      return { petitionId, entry: mac.slice(16).toUpperCase() };
    })
    .toSorted((one, other) => (one.entry < other.entry ? -1 : 1));
  const list = entries.filter(({ petitionId }) => reasonOf(petitionId) === null);
  const text = input.seedText?.trim() ?? '';
  if ((text === '') !== (input.seedFrom === undefined)) {
    throw new CommandRefused(refuse('draw-seed-source', {}, 'seedText'));
  }
  return {
    type: 'freezeList',
    id,
    list,
    excluded: entries.flatMap((each) => {
      const reason = reasonOf(each.petitionId);
      return reason === null ? [] : [{ ...each, reason }];
    }),
    listHash: sha256(listText(list.map(({ entry }) => entry))),
    take: input.take,
    source:
      input.seedFrom === undefined
        ? { kind: 'server' }
        : {
            kind: 'public',
            text: with_.clean(text, 'seedText', limits.source),
            from: localDate(input.seedFrom),
          },
  };
}

function drawOf(
  { state, clean }: With,
  { drawId, seed: typed = '' }: ProgrammeStepInput<'drawFromList'>,
): ProgrammeCommandOf<'drawFromList'> {
  const draw = state?.draws.find(({ id }) => id === drawId);
  if (draw === undefined) throw new CommandRefused(refuse('not-found'));
  if (draw.source.kind === 'public' && typed.trim() === '') {
    throw new CommandRefused(refuse('draw-seed-missing', {}, 'seed'));
  }
  const seed =
    draw.source.kind === 'server'
      ? randomBytes(32).toString('hex')
      : clean(typed, 'seed', limits.seed);
  const entries = draw.list.map(({ entry }) => entry);
  const result = drawBySeed(entries, seed, draw.take, sha256);
  return { type: 'drawFromList', drawId, seed, result };
}

/**
 * Takes one step with a programme (U-1).
 * @param input of the contract's shape
 * @returns as `stepOwn`; `made` is the draw of `freezeList`
 */
export async function stepProgramme<T extends ProgrammeStep>(
  deps: SupervisionDeps,
  id: string,
  type: T,
  input: ProgrammeStepInput<T>,
  people: PeopleBook,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const typed = input as ProgrammeStepInput<ProgrammeStep>;
  const fitting =
    type === 'freezeList'
      ? await petitionsFitting(
          deps,
          options.actor,
          typed as ProgrammeStepInput<'freezeList'>,
          options.at ?? Date.now(),
        )
      : ok([]);
  if (!fitting.ok) return fitting;
  const composers: {
    readonly [S in ProgrammeStep]: (with_: With) => Promise<ProgrammeCommand> | ProgrammeCommand;
  } = {
    changeProgramme: (with_) => ({
      type: 'changeProgramme',
      ...planOf(with_, deps, typed as ProgrammeInput, people),
    }),
    approveProgramme: () => ({ type: 'approveProgramme' }),
    changeTeams: (with_) => ({
      type: 'changeTeams',
      ...groupsOf(with_, deps, typed as ProgrammeStepInput<'changeTeams'>, people),
    }),
    freezeList: (with_) =>
      freezeOf(with_, deps, fitting.value, typed as ProgrammeStepInput<'freezeList'>),
    drawFromList: (with_) => drawOf(with_, typed as ProgrammeStepInput<'drawFromList'>),
    closeProgramme: async ({ tx, id: programmeId }) => {
      const open = (status: string) =>
        listOwn(tx, {
          kind: inspectionStreamKind,
          status,
          unit: null,
          about: programmeId,
          group: null,
          before: null,
          limit: 1_000,
        });
      const count = (await open('planned')).length + (await open('carried-out')).length;
      return { type: 'closeProgramme', open: count };
    },
  };
  return stepOwn(deps, programmeWork, id, { type, input, compose: composers[type] }, options);
}
