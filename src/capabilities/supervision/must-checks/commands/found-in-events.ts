import { setStreams } from '../../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../../platform/record/index.ts';
import {
  defaultPractice,
  foldPetition,
  isAccusation,
  type OrganisationSnapshot,
  type Petition,
} from '../../../petitions/index.ts';
import type { PetitionEventOf, PetitionEventType } from '../../../petitions/events.ts';
import type { CommitmentEventOf } from '../../../commitments/events.ts';
import type { Hit, MustCheck } from '../case.ts';
import type { MustCheckDeps } from './deps.ts';
import { supervisorOf } from './place.ts';
import { scope, type Found } from './record-hits.ts';

interface Around {
  /** Just before and just after the event. */
  readonly before: Petition;
  readonly after: Petition;
  readonly now: Petition;
  readonly units: OrganisationSnapshot;
  readonly eventsOf: (id: string) => Promise<readonly RecordedEvent[]>;
}

type Step<Data> = (
  deps: MustCheckDeps,
  data: Data,
  event: RecordedEvent,
  around: Around,
) => readonly Found[] | Promise<readonly Found[]>;

/** What was found about the petition of an event, at a unit. */
function foundAt(
  { now, units }: Around,
  check: MustCheck,
  unit: string,
  hits: readonly Hit[],
): readonly Found[] {
  if (hits.length === 0) return [];
  const office = supervisorOf(units, now.office, unit);
  const { id: petitionId, regionCode } = now;
  return [{ check, place: { petitionId, unit, office, regionCode }, hits }];
}

/** Conclusions by which a matter was settled; what was refused, merged or taken back was not. */
const settling: ReadonlySet<string> = new Set(['opinion', 'route-result', 'answered']);

/** Must-check 2: a person found that a new petition repeats one that was concluded. */
const repeat: Step<PetitionEventOf<'PetitionRelated'>['data']> = async (_, data, event, around) => {
  const { kind, side, other, relationId } = data;
  const form = around.after.conclusion?.form;
  const settled = around.after.status === 'concluded' && form !== undefined && settling.has(form);
  if (kind !== 'repeat-of' || side !== 'to' || !settled) return [];
  // L-5: that there is an accusation is told by nothing that others read.
  const repeating = foldPetition(other, await around.eventsOf(other));
  if (repeating === null || isAccusation(repeating)) return [];
  const evidence = { kind: 'repeat', by: other, at: event.at } as const;
  return foundAt(around, 'came-back', around.after.holder, [
    { key: `repeat:${relationId}`, evidence },
  ]);
};

/** Must-checks 3 and 4: what the petitioner says of the unit, and of each demand. */
const rating: Step<PetitionEventOf<'PetitionRated'>['data']> = (deps, data, { at }, around) => {
  const { round, unit: level, demands } = data;
  const rated = around.after.afterwards.ratings.find((each) => each.round === round);
  const unit = rated?.unit ?? around.after.holder;
  const granted = new Map(around.after.demands.map(({ id, execution }) => [id, execution]));
  const unsolved = demands.filter(
    ({ demandId, solved }) => solved === 'not' && (granted.get(demandId)?.doneAt ?? null) !== null,
  );
  return [
    ...foundAt(
      around,
      'not-satisfied',
      unit,
      isBadLevel(deps, data)
        ? [{ key: `rating:${round}`, evidence: { kind: 'rating', level, at } }]
        : [],
    ),
    ...foundAt(
      around,
      'not-carried-out',
      unit,
      unsolved.map(({ demandId }) => ({
        key: `unsolved:${round}:${demandId}`,
        evidence: { kind: 'unsolved', demandId, at },
      })),
    ),
  ];
};

/** Must-checks 2 and 3: when asked afterwards the matter had come back, or they were dissatisfied. */
const followUp: Step<PetitionEventOf<'FollowUpRecorded'>['data']> = (
  _,
  { result, round },
  { seq, at },
  around,
) => {
  const asked = around.after.afterwards.followUps.findLast((each) => each.round === round);
  const unit = asked?.unit ?? around.before.holder;
  const key = `follow-up:${seq}`;
  if (result === 'relapsed') {
    return foundAt(around, 'came-back', unit, [{ key, evidence: { kind: 'relapse', at } }]);
  }
  return result === 'dissatisfied'
    ? foundAt(around, 'not-satisfied', unit, [{ key, evidence: { kind: 'follow-up', at } }])
    : [];
};

/** Whether a step of the office's scale is a bad one; of another scale what was said as a whole. */
export function isBadLevel(
  { practice }: Pick<MustCheckDeps, 'practice'>,
  { scale, unit, bad }: Pick<PetitionEventOf<'PetitionRated'>['data'], 'scale' | 'unit' | 'bad'>,
): boolean {
  const own = [practice?.scale, defaultPractice.scale].find((each) => each?.id === scale);
  return own?.levels.find(({ code }) => code === unit)?.bad ?? bad;
}

const steps: {
  readonly [T in PetitionEventType]?: Step<PetitionEventOf<T>['data']>;
} = {
  PetitionRelated: repeat,
  PetitionRated: rating,
  FollowUpRecorded: followUp,
};

const readEvents = (deps: MustCheckDeps, id: string): Promise<readonly RecordedEvent[]> =>
  deps.db.withActor(scope, 'read', async (tx) => {
    await setStreams(tx, [id]);
    return loadEvents(tx, id);
  });

/** Must-check 4: the petitioner says that what was reported as done is not. */
async function denied(deps: MustCheckDeps, event: RecordedEvent): Promise<readonly Found[]> {
  const { judge } = event.data as CommitmentEventOf<'CommitmentSentBack'>['data'];
  if (judge !== 'petitioner') return [];
  const promise = await promiseOf(deps, event.streamId);
  if (promise === null) return [];
  const around = await aroundOf(deps, promise.petitionId, null);
  if (around === null) return [];
  const { streamId: commitmentId, seq, at } = event;
  return foundAt(around, 'not-carried-out', promise.unit, [
    { key: `denied:${commitmentId}:${seq}`, evidence: { kind: 'denied', commitmentId, at } },
  ]);
}

/** A promise that an opinion made in a petition, with who keeps it now; null for any other. */
export async function promiseOf(
  deps: MustCheckDeps,
  id: string,
): Promise<{ readonly petitionId: string; readonly unit: string } | null> {
  const events = await readEvents(deps, id);
  const made = events[0]?.data as CommitmentEventOf<'CommitmentMade'>['data'] | undefined;
  if (made === undefined || made.source.kind !== 'opinion' || made.petitionId === null) return null;
  const succeeded = events.findLast(({ type }) => type === 'CommitmentSucceeded')?.data as
    | CommitmentEventOf<'CommitmentSucceeded'>['data']
    | undefined;
  return { petitionId: made.petitionId, unit: succeeded?.unit ?? made.unit };
}

async function aroundOf(
  deps: MustCheckDeps,
  petitionId: string,
  seq: number | null,
): Promise<Around | null> {
  const events = await readEvents(deps, petitionId);
  const upTo = (last: number) =>
    foldPetition(
      petitionId,
      events.filter((event) => event.seq <= last),
    );
  const now = foldPetition(petitionId, events);
  if (now === null || isAccusation(now)) return null;
  const [before, after] = seq === null ? [now, now] : [upTo(seq - 1), upTo(seq)];
  if (before === null || after === null) return null;
  const units = await deps.db.withActor(scope, 'read', (tx) => deps.organisation(tx));
  return { before, after, now, units, eventsOf: (id) => readEvents(deps, id) };
}

/**
 * What one event lets the must-checks find.
 * @returns nothing for an event of another kind, and for whatever concerns an accusation (L-5)
 */
export async function hitsOf(deps: MustCheckDeps, event: RecordedEvent): Promise<readonly Found[]> {
  if (event.type === 'CommitmentSentBack') return denied(deps, event);
  // Each step takes exactly the data of its own key; TypeScript cannot follow that by index.
  const step = steps[event.type as PetitionEventType] as Step<unknown> | undefined;
  const around = step === undefined ? null : await aroundOf(deps, event.streamId, event.seq);
  return step === undefined || around === null ? [] : step(deps, event.data, event, around);
}
