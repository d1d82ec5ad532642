import { countClock, isRunning, type CountedClock } from '../../kernel/case-clocks.ts';
import type { Dims, FactContext, FactSource, StatedFact } from '../../kernel/facts.ts';
import { daysBetween, localDateOf } from '../../kernel/local-date.ts';
import type { PeriodId } from '../../kernel/periods.ts';
import type { RecordedPetitionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { isAccusation, isOpen, type ConclusionForm, type Petition } from './petition.ts';

/** A petition with what only its events tell: rounds that are over, duties that fell away. */
interface Told {
  readonly petition: Petition;
  readonly conclusions: readonly {
    readonly round: number;
    readonly at: number;
    readonly form: ConclusionForm;
    readonly unit: string;
  }[];
  readonly rounds: readonly {
    readonly round: number;
    readonly at: number;
    readonly reason: string;
    readonly unit: string;
  }[];
  /** Steps between levels, and what a joint meeting decided on it. */
  readonly levels: readonly { readonly at: number; readonly step: 'raised' | 'lowered' }[];
  /** Moments at which a duty ended without being done, because the matter went on elsewhere. */
  readonly released: readonly number[];
}

/** Periods whose keeping is counted; each is owed to the petitioner or to whoever assigned it. */
const measured: ReadonlySet<PeriodId> = new Set<PeriodId>([
  'triage',
  'direct-notice',
  'acceptance',
  'handling',
  'redo',
  'assignment',
  'execution',
]);

/** Conclusions that answer nothing, because the matter is answered elsewhere or was taken back. */
const elsewhere: ReadonlySet<ConclusionForm> = new Set<ConclusionForm>([
  'merged',
  'split',
  'withdrawn',
]);

/** Conclusions after which a unit has handled the matter itself. */
const handledForms: ReadonlySet<ConclusionForm> = new Set<ConclusionForm>([
  'opinion',
  'route-result',
  'answered',
]);

const dayOf = localDateOf;

const isRelease = (event: RecordedPetitionEvent): boolean =>
  event.type === 'ObjectionUpheld' ||
  event.type === 'ObjectionClimbed' ||
  event.type === 'HandOverReturned' ||
  (event.type === 'PetitionConcluded' && elsewhere.has(event.data.form));

/** Why a round began; a report that was returned and a head that began anew have no event of it. */
const reasonOf = (event: RecordedPetitionEvent): string => {
  if (event.type === 'RoundOpened') return event.data.reason;
  return event.type === 'ReportReturned' ? 'report-returned' : 'group';
};

function tell(id: string, told: Told | null, event: RecordedPetitionEvent): Told {
  const petition = evolve(id, told?.petition ?? null, event);
  const before = told ?? { petition, conclusions: [], rounds: [], levels: [], released: [] };
  const { round, holder: unit } = petition;
  const { at } = event;
  const concluded = event.type === 'PetitionConcluded';
  const kept = event.type === 'MergeUndone' ? before.conclusions.slice(0, -1) : before.conclusions;
  return {
    petition,
    conclusions: concluded ? [...kept, { round, at, form: event.data.form, unit }] : kept,
    rounds:
      round > before.petition.round
        ? [...before.rounds, { round, at, reason: reasonOf(event), unit }]
        : before.rounds,
    levels: levelsAfter(before.levels, event),
    released: isRelease(event) ? [...before.released, at] : before.released,
  };
}

const levelsAfter = (
  before: Told['levels'],
  { type, at }: RecordedPetitionEvent,
): Told['levels'] => {
  if (type === 'PetitionRaised') return [...before, { at, step: 'raised' }];
  return type === 'PetitionLowered' ? [...before, { at, step: 'lowered' }] : before;
};

/** 集体访: five or more persons who come themselves. */
const visitOf = ({ channel, personCount }: Petition): string | null => {
  if (channel !== 'visit' && channel !== 'reception-day') return null;
  return personCount >= 5 ? 'group' : 'single';
};

/** 重复信访: people have said so (P-13); the program never works it out by itself. */
const isRepeat = ({ relations }: Petition): boolean =>
  relations.some(
    ({ kind, side, undone }) => kind === 'repeat-of' && side === 'from' && undone === null,
  );

/** L-5: an accusation gives no shared fact, and takes back those from before it was one. */
function dimsOf({ petition }: Told): Omit<Dims, 'leader'> | null {
  if (isAccusation(petition)) return null;
  const { category } = petition;
  return {
    region: petition.regionCode,
    office: petition.office,
    unit: petition.holder,
    channel: petition.channel,
    topic: category?.third ?? category?.second ?? category?.first ?? null,
    purpose: petition.purpose,
    visit: visitOf(petition),
    repeat: isRepeat(petition) ? 'repeat' : 'first',
  };
}

const isKept = ({ stoppedAt, dueAt }: CountedClock): boolean =>
  stoppedAt !== null && stoppedAt < dueAt;

/**
 * A period counts on the day on which it is due, kept or not: what is open and overdue stays in the
 * denominator by itself. It is left out where the duty fell away in time.
 */
const periodsOf = (clocks: readonly CountedClock[], released: readonly number[]): StatedFact[] =>
  clocks
    .filter((clock) => !(isKept(clock) && released.includes(clock.stoppedAt ?? 0)))
    .map((clock) => ({
      kind: 'period',
      key: clock.key,
      day: clock.dueDate,
      detail: clock.period,
      value: isKept(clock) ? 1 : 0,
      dims: { unit: clock.holder },
    }));

/** The earliest duty that still runs: open and, once its day is over, overdue. */
function dutyOf(clocks: readonly CountedClock[]): StatedFact[] {
  const [first] = clocks.filter(isRunning).toSorted((left, right) => left.dueAt - right.dueAt);
  if (first === undefined) return [];
  return [{ kind: 'duty', day: first.dueDate, detail: first.period, dims: { unit: first.holder } }];
}

/** What the petitioner says of the last window; without a word, what the office recorded (P-10). */
function isSettled({ afterwards, outcome }: Petition): boolean {
  const rating = afterwards.ratings.at(-1)?.current ?? null;
  if (rating !== null)
    return !rating.bad && rating.demands.every(({ solved }) => solved === 'solved');
  return outcome.matterSettled === 'settled';
}

/** 一次性化解: settled by the first round, and nothing came after. Silence settles nothing. */
function firstAnswerOf({ petition, conclusions }: Told): StatedFact[] {
  const first = conclusions.find(({ round, form }) => round === 1 && handledForms.has(form));
  if (first === undefined) return [];
  const { round, reviews, afterwards } = petition;
  const cameBack =
    round > 1 ||
    reviews.length > 0 ||
    afterwards.followUps.some(({ result }) => result === 'relapsed' || result === 'dissatisfied');
  return [
    {
      kind: 'first-answer',
      day: dayOf(first.at),
      value: !cameBack && isSettled(petition) ? 1 : 0,
      dims: { unit: first.unit },
    },
  ];
}

/** P-11: asked, answered or not; the office and the unit apart. All count on the day of asking. */
const ratingsOf = ({ afterwards }: Petition): StatedFact[] =>
  afterwards.ratings.flatMap(({ openedAt, office, unit, current }, place) => {
    const key = String(place + 1);
    const day = dayOf(openedAt);
    const asked: StatedFact = {
      kind: 'rating-asked',
      key,
      day,
      value: current === null ? 0 : 1,
      dims: { unit },
    };
    if (current === null) return [asked];
    const said = (kind: string, level: string): StatedFact => ({
      kind,
      key,
      day,
      detail: `${current.scale}/${level}`,
      dims: { unit, office },
    });
    return [asked, said('rated-office', current.office), said('rated-unit', current.unit)];
  });

function factsOf(told: Told, context: FactContext): readonly StatedFact[] {
  const { petition, conclusions, rounds, levels, released } = told;
  const calendar = context.calendar(petition.calendarVersion);
  const clocks = petition.clocks
    .filter(({ period }) => measured.has(period))
    .map((clock) => countClock(clock, calendar));
  const registered = dayOf(petition.registeredAt);
  return [
    { kind: 'registered', day: registered, value: petition.personCount },
    ...(isOpen(petition) ? [{ kind: 'open', day: registered }, ...dutyOf(clocks)] : []),
    ...periodsOf(clocks, released),
    ...petition.chain.slice(1).map(({ at, mode, to }, place): StatedFact => ({
      kind: 'handed',
      key: String(place + 1),
      day: dayOf(at),
      detail: mode,
      dims: { unit: to },
    })),
    ...petition.objections.map(({ by, at, upheld }, place): StatedFact => ({
      kind: 'objection',
      key: String(place + 1),
      day: dayOf(at),
      detail: upheld === null ? 'open' : upheld ? 'upheld' : 'rejected',
      dims: { unit: by },
    })),
    ...conclusions.map(({ at, form, unit }, place): StatedFact => ({
      kind: 'concluded',
      key: String(place + 1),
      day: dayOf(at),
      detail: form,
      value: daysBetween(registered, dayOf(at)),
      dims: { unit },
    })),
    ...rounds.map(({ round, at, reason, unit }): StatedFact => ({
      kind: 'round',
      key: String(round),
      day: dayOf(at),
      detail: reason,
      dims: { unit },
    })),
    ...levels.map(({ at, step }, place): StatedFact => ({
      kind: 'level-step',
      key: String(place + 1),
      day: dayOf(at),
      detail: step,
    })),
    ...firstAnswerOf(told),
    ...ratingsOf(petition),
  ];
}

/** What petitions give to statistics (T-1). */
export const petitionFacts: FactSource<Told, RecordedPetitionEvent> = {
  id: 'petitions',
  version: 2,
  streams: ['petition'],
  kinds: {
    registered: { zh: '登记的信访事项（数值为人数）', en: 'matter registered (value: persons)' },
    open: { zh: '未办结的信访事项', en: 'matter that is open' },
    duty: { zh: '正在计时的期限', en: 'period that is running' },
    period: { zh: '到期的期限（数值 1 为按期）', en: 'period that came due (value 1: kept)' },
    handed: { zh: '转送、交办等流转', en: 'matter passed on' },
    objection: { zh: '责任单位提出的异议', en: 'objection by a unit' },
    concluded: { zh: '办结（数值为天数）', en: 'conclusion (value: days from registration)' },
    round: { zh: '重新办理', en: 'matter handled once more' },
    'level-step': { zh: '提级、降级办理', en: 'matter raised or lowered a level' },
    'first-answer': { zh: '首次答复（数值 1 为化解）', en: 'first answer (value 1: settled)' },
    'rating-asked': { zh: '邀请评价（数值 1 为已评价）', en: 'rating asked for (value 1: given)' },
    'rated-office': { zh: '对信访部门的评价', en: 'rating of the petition office' },
    'rated-unit': { zh: '对责任单位的评价', en: 'rating of the unit' },
  },
  evolve: tell,
  dims: dimsOf,
  facts: factsOf,
};
