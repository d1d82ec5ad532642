import { daysBetween, localDateOf } from '../../../kernel/local-date.ts';
import type { CountedClock } from '../../../kernel/case-clocks.ts';
import type { PeriodId } from '../../../kernel/periods.ts';

/*
 * Accountability trace-back (责任倒查, U-5): who held a matter when, what each did and left undone,
 * read from the event record with the clocks beside it. It judges nobody: days and deeds, no marks.
 */

/** One event with where the matter stood after it; clock holders by the key of the clock. */
export interface Passage {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  /** As the record has it: `staff:…`, `system:…` or the petitioner. */
  readonly actor: string;
  readonly unitId: string | null;
  readonly holder: string;
  readonly officer: string | null;
  readonly clockHolders: Readonly<Record<string, string>>;
}

export interface Deed {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly unit: string | null;
  readonly userId: string | null;
  readonly by: 'staff' | 'petitioner';
}

/** An unbroken time in one unit's hands. */
export interface Spell {
  readonly unit: string;
  readonly from: number;
  /** Null while it has it still. */
  readonly to: number | null;
  /** Who was in charge there, where somebody was named, from when. */
  readonly officers: readonly { readonly userId: string; readonly from: number }[];
  readonly deeds: readonly Deed[];
  /** Keys of clocks of this unit that ran out in these days, unanswered. */
  readonly undone: readonly string[];
}

export const clockStates = ['kept', 'late', 'running', 'overdue'] as const;

export interface TracedClock {
  readonly key: string;
  readonly period: PeriodId;
  readonly startedAt: number;
  readonly dueDate: string;
  readonly endedAt: number | null;
  readonly state: (typeof clockStates)[number];
  /** Whole days after the due day, 0 in time. */
  readonly lateDays: number;
  /** Who had to act when it came due, or when it ended before. */
  readonly unit: string;
  readonly userId: string | null;
}

export interface Trace {
  readonly spells: readonly Spell[];
  readonly clocks: readonly TracedClock[];
}

const staffOf = (actor: string): string | null =>
  actor.startsWith('staff:') ? actor.slice('staff:'.length) : null;

/** What the program noted by itself is nobody's deed. */
const deedOf = ({ seq, at, type, actor, unitId }: Passage): Deed[] => {
  const userId = staffOf(actor);
  if (userId !== null) return [{ seq, at, type, unit: unitId, userId, by: 'staff' }];
  return actor.startsWith('petitioner')
    ? [{ seq, at, type, unit: null, userId: null, by: 'petitioner' }]
    : [];
};

const lastBefore = (passages: readonly Passage[], moment: number): Passage | undefined =>
  passages.findLast(({ at }) => at <= moment) ?? passages[0];

/** A clock with whoever had to act at its decisive moment: when it came due, or ended before. */
function traced(clock: CountedClock, passages: readonly Passage[], now: number): TracedClock {
  const { key, period, startedAt, dueDate, dueAt, stoppedAt, holder } = clock;
  const end = stoppedAt ?? now;
  const moment = Math.min(end, dueAt - 1);
  const then = lastBefore(passages, moment);
  const unit = then?.clockHolders[key] ?? holder;
  const late = end >= dueAt;
  const running = stoppedAt === null;
  return {
    key,
    period,
    startedAt,
    dueDate,
    endedAt: stoppedAt,
    state: running ? (late ? 'overdue' : 'running') : late ? 'late' : 'kept',
    lateDays: late ? daysBetween(dueDate, localDateOf(end)) : 0,
    unit,
    userId: then?.holder === unit ? then.officer : null,
  };
}

interface Growing {
  readonly unit: string;
  readonly from: number;
  readonly passages: readonly Passage[];
}

/** Cuts the record where the matter changed hands; the event that handed it on is the giver's. */
function spellsOf(
  passages: readonly Passage[],
): readonly (Growing & { readonly to: number | null })[] {
  const cut = passages.reduce<readonly Growing[]>((spells, passage) => {
    const last = spells.at(-1);
    if (last === undefined)
      return [{ unit: passage.holder, from: passage.at, passages: [passage] }];
    const grown = { ...last, passages: [...last.passages, passage] };
    const before = spells.slice(0, -1);
    return passage.holder === last.unit
      ? [...before, grown]
      : [...before, grown, { unit: passage.holder, from: passage.at, passages: [] }];
  }, []);
  return cut.map((spell, place) => ({ ...spell, to: cut[place + 1]?.from ?? null }));
}

/** Who was named in charge, each once in a row. */
const officersOf = ({ unit, from, passages }: Growing): Spell['officers'] =>
  passages
    .filter(({ holder, officer }) => holder === unit && officer !== null)
    .reduce<Spell['officers']>((named, { officer, at }) => {
      if (officer === null || named.at(-1)?.userId === officer) return named;
      return [...named, { userId: officer, from: Math.max(at, from) }];
    }, []);

/**
 * Works out who held a matter when, and what was done and left undone. Pure.
 * @param passages the whole record, in order
 * @param clocks every clock of the matter under its calendar; the petitioner's own are left out
 * @param now epoch ms
 */
export function traceBack(
  passages: readonly Passage[],
  clocks: readonly CountedClock[],
  now: number,
): Trace {
  const all = clocks
    .filter(({ holder }) => holder !== 'petitioner')
    .map((clock) => ({ clock, line: traced(clock, passages, now) }));
  const ranOut = all.filter(({ line }) => line.lateDays > 0);
  return {
    spells: spellsOf(passages).map((spell) => ({
      unit: spell.unit,
      from: spell.from,
      to: spell.to,
      officers: officersOf(spell),
      deeds: spell.passages.flatMap(deedOf),
      undone: ranOut
        .filter(
          ({ line, clock }) =>
            line.unit === spell.unit &&
            clock.dueAt > spell.from &&
            clock.dueAt <= (spell.to ?? Number.POSITIVE_INFINITY),
        )
        .map(({ line }) => line.key),
    })),
    clocks: all.map(({ line }) => line).toSorted((one, other) => one.startedAt - other.startedAt),
  };
}
