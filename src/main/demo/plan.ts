import type { Status } from '../../capabilities/petitions/index.ts';
import { workingDayFrom, type Calendar } from '../../kernel/calendar.ts';
import { localDateOf, startOfDay } from '../../kernel/local-date.ts';
import type { Step } from './deeds.ts';
import { kindsOfTale, type KindOfTale } from './journeys/index.ts';
import type { CategoryOf } from './matter.ts';
import { randomFrom, seedOf, type Random } from './random.ts';
import { Tale, type Rest } from './tale.ts';

export interface DatedStep extends Step {
  /** Epoch ms, never after now. */
  readonly at: number;
}

export interface DatedTale {
  readonly name: string;
  readonly index: number;
  readonly steps: readonly DatedStep[];
  /** How many petitions come of it. */
  readonly petitions: number;
}

export interface PlanOptions {
  readonly seed: number;
  /** Epoch ms; everything is before it. */
  readonly now: number;
  /** Petitions wanted; one or two more may come of the last tale. */
  readonly size: number;
  readonly calendar: Calendar;
  readonly categoryOf: CategoryOf;
}

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

/** Every status in every colour comes first; chance fills the rest. */
const wanted: readonly (readonly [Status, number])[] = (
  [
    'registered',
    'referred',
    'objected',
    'adjudication',
    'handling',
    'route',
    'redirecting',
    'handed-over',
    'issued',
    'concluded',
  ] as const
).flatMap((status) =>
  [0.2, 0.6, 0.85, 1.2].map((elapsed): readonly [Status, number] => [status, elapsed]),
);

/**
 * Plans all tales: which way each goes, how far it has come, and when each step was.
 * @returns the same tales for the same seed, day and size
 */
export function planTales(options: PlanOptions): DatedTale[] {
  const tales: DatedTale[] = [];
  let petitions = 0;
  for (let index = 0; petitions < options.size; index += 1) {
    const tale = planOne(index, options);
    petitions += tale.petitions;
    tales.push(tale);
  }
  return tales;
}

function planOne(index: number, options: PlanOptions): DatedTale {
  const random = randomFrom(seedOf(options.seed, index));
  const need = wanted[index];
  const told = need === undefined ? tellAny(random, options) : tellTo(need[0], random, options);
  const { tale, rest, name } = told;
  const elapsed = need?.[1] ?? elapsedShare(random, rest);
  const steps = tale.steps.slice(0, rest.steps);
  const parts = steps.some(({ petition }) => petition === 'suggestion') ? 2 : 0;
  const registered = new Set(steps.map(({ petition }) => petition));
  return {
    name,
    index,
    steps: dateSteps(steps, rest.days * elapsed, random, options),
    petitions: Math.max(registered.size, 1 + parts),
  };
}

interface Told {
  readonly name: string;
  readonly tale: Tale;
  readonly rest: Rest;
}

function tell(kind: KindOfTale, random: Random, options: PlanOptions): Tale {
  const tale = new Tale(random);
  kind.tell(tale, kind.draw(random, options.categoryOf));
  return tale;
}

function tellAny(random: Random, options: PlanOptions): Told {
  const kind = random.weighted(kindsOfTale, ({ weight }) => weight);
  const tale = tell(kind, random, options);
  return { name: kind.name, tale, rest: random.weighted(tale.rests, ({ weight }) => weight) };
}

/** Tells until a tale passes the status. */
function tellTo(status: Status, random: Random, options: PlanOptions): Told {
  for (;;) {
    const kind = random.pick(kindsOfTale);
    const tale = tell(kind, random, options);
    const rests = tale.rests.filter((rest) => rest.status === status);
    if (rests.length > 0) return { name: kind.name, tale, rest: random.pick(rests) };
  }
}

/** How much of its time the one who has to act has used: most little, some too much. */
function elapsedShare(random: Random, rest: Rest): number {
  if (rest.days >= 200) return random.next();
  const kind = random.next();
  if (kind < 0.56) return random.between(0.01, 0.48);
  if (kind < 0.75) return random.between(0.5, 0.73);
  if (kind < 0.89) return random.between(0.76, 0.97);
  return random.between(1.02, 1.5);
}

/** Counts back from now; steps of offices fall into office hours. */
export function dateSteps(
  steps: readonly Step[],
  waited: number,
  random: Random,
  { now, calendar }: PlanOptions,
): DatedStep[] {
  const last = steps.at(-1)?.day ?? 0;
  const begin = now - (last + waited) * dayMs;
  let before = 0;
  return steps.map((step, place): DatedStep => {
    const planned = begin + step.day * dayMs;
    const moved = step.who === 'petitioner' ? planned : intoOffice(planned, random, calendar);
    // Each later step still needs a minute before now.
    const latest = now - (steps.length - place) * 60_000;
    const at = Math.round(Math.min(Math.max(moved, before + 60_000), latest));
    before = at;
    return { ...step, at };
  });
}

const opens = 8.5 * hourMs;
const closes = 17.5 * hourMs;

/** The same moment if the office is open, else some time in the next morning. */
function intoOffice(planned: number, random: Random, calendar: Calendar): number {
  const today = localDateOf(planned);
  const working = workingDayFrom(calendar, today);
  const time = planned - startOfDay(today).getTime();
  if (working === today && time >= opens && time < closes) return planned;
  const late = random.between(0, 3.4) * hourMs;
  if (working === today && time < opens) return startOfDay(today).getTime() + opens + late;
  const next = working === today ? workingDayFrom(calendar, localDateOf(planned + dayMs)) : working;
  return startOfDay(next).getTime() + opens + late;
}
