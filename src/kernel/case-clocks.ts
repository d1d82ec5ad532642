import type { Calendar } from './calendar.ts';
import {
  dueOf,
  dueOnDate,
  type ClockRun,
  type Due,
  type Pause,
  type PeriodRule,
} from './clocks.ts';
import type { LocalDate } from './local-date.ts';
import { getPeriod, localRuleOf, ruleOf, type PeriodId } from './periods.ts';

/** One clock of one record, as its events left it; the calendar turns it into a due date. */
export interface ClockState {
  /** The period, and what it is about where several of one period can run (`task:…`). */
  readonly key: string;
  readonly period: PeriodId;
  /** Who must act; a unit id, or `petitioner`. */
  readonly holder: string;
  readonly startedAt: number;
  /** For periods that somebody sets: an assignment, a sub-task, an execution. */
  readonly givenDue: LocalDate | null;
  /** Days by the office's own rule, as they were when it began; the period's own where left out. */
  readonly ownDays?: number;
  /** The document that set them, where it is known. */
  readonly ownSource?: string;
  readonly extensionDays: number;
  /** Days that are left out: those of a hearing in re-examination, and no others (Reg. 36). */
  readonly pauses?: readonly Pause[];
  readonly stoppedAt: number | null;
}

export const isRunning = (clock: ClockState): boolean => clock.stoppedAt === null;

/** A clock with the due date that a calendar gives it. */
export interface CountedClock extends ClockState, Due {}

/** What an event does to a record's clocks. */
export type ClockChange =
  | {
      readonly do: 'start';
      readonly period: PeriodId;
      readonly holder: string;
      readonly about?: string;
      readonly givenDue?: LocalDate;
      /** Days by the office's own rule. */
      readonly ownDays?: number;
      /** The document that sets them. */
      readonly ownSource?: string;
      /** Where it counts from an earlier moment than the event's. */
      readonly since?: number;
    }
  /** The last of the period runs on, from where it began. */
  | { readonly do: 'resume'; readonly period: PeriodId; readonly about?: string }
  | {
      readonly do: 'stop';
      readonly period: PeriodId;
      readonly about?: string;
      /** Where it ended at an earlier moment than the event's. */
      readonly until?: number;
    }
  | { readonly do: 'extend'; readonly period: PeriodId; readonly days: number }
  | { readonly do: 'pause'; readonly period: PeriodId; readonly pause: Pause }
  | {
      readonly do: 'hand';
      readonly period: PeriodId;
      readonly holder: string;
      /** Only what this one held; left out, whoever held it. */
      readonly from?: string;
    };

type Started = Extract<ClockChange, { readonly do: 'start' }>;

function started(clocks: readonly ClockState[], change: Started, at: number): ClockState {
  const key = change.about === undefined ? change.period : `${change.period}:${change.about}`;
  const runs = clocks.filter((clock) => clock.key.split('#')[0] === key).length;
  return {
    key: runs === 0 ? key : `${key}#${runs + 1}`,
    period: change.period,
    holder: change.holder,
    startedAt: change.since ?? at,
    givenDue: change.givenDue ?? null,
    ...(change.ownDays === undefined ? {} : { ownDays: change.ownDays }),
    ...(change.ownSource === undefined ? {} : { ownSource: change.ownSource }),
    extensionDays: 0,
    stoppedAt: null,
  };
}

/**
 * Carries a record's clocks over one change.
 * @param at the event's moment, epoch ms
 */
export function changeClocks(
  clocks: readonly ClockState[],
  change: ClockChange,
  at: number,
): ClockState[] {
  if (change.do === 'start') return [...clocks, started(clocks, change, at)];
  if (change.do === 'resume') {
    const { period, about } = change;
    const last = clocks.findLastIndex((clock) =>
      about === undefined
        ? clock.period === period
        : clock.key.split('#')[0] === `${period}:${about}`,
    );
    return clocks.map((clock, place) => (place === last ? { ...clock, stoppedAt: null } : clock));
  }
  const running = (change_: (clock: ClockState) => ClockState): ClockState[] =>
    clocks.map((clock) =>
      isRunning(clock) && clock.period === change.period ? change_(clock) : clock,
    );
  switch (change.do) {
    case 'stop':
      return running((clock) =>
        change.about === undefined || clock.key.split('#')[0] === `${change.period}:${change.about}`
          ? { ...clock, stoppedAt: change.until ?? at }
          : clock,
      );
    case 'extend':
      return running((clock) => ({ ...clock, extensionDays: clock.extensionDays + change.days }));
    case 'pause':
      return running((clock) => ({ ...clock, pauses: [...(clock.pauses ?? []), change.pause] }));
    case 'hand':
      return running((clock) =>
        change.from === undefined || clock.holder === change.from
          ? { ...clock, holder: change.holder }
          : clock,
      );
  }
}

/** What the counting is told of a clock: extensions lengthen it, pauses are left out. */
export const runOf = (clock: ClockState): ClockRun => ({
  startedAt: clock.startedAt,
  pauses: clock.pauses ?? [],
  extensions:
    clock.extensionDays === 0
      ? []
      : [{ amount: clock.extensionDays, unit: 'calendar-days', reason: '', at: clock.startedAt }],
});

/**
 * The rule that a clock is counted by: the period's, or with the days that the office has set.
 * @throws RangeError for days that no practice lets through
 */
export function ruleOfClock({ period, ownDays, ownSource }: ClockState): PeriodRule {
  if (ownDays === undefined) return ruleOf(period);
  const { unit, basis } = getPeriod(period);
  const law = ownSource === undefined ? basis : { law: ownSource, lawEn: ownSource, article: '' };
  const own = localRuleOf(period, { amount: ownDays, unit, basis: law });
  if (!own.ok) throw new RangeError(`period ${period}: ${ownDays} days`);
  return own.value;
}

/** The due date of one clock under a calendar (P-9). */
export function countClock(clock: ClockState, calendar: Calendar): CountedClock {
  if (clock.givenDue !== null) return { ...clock, ...dueOnDate(clock.givenDue) };
  return { ...clock, ...dueOf(ruleOfClock(clock), runOf(clock), calendar) };
}
