import type { Calendar } from '../../../kernel/calendar.ts';
import { colourOf, remainingDays } from '../../../kernel/clock-colours.ts';
import { countPeriod, type DayLine, type PeriodRule } from '../../../kernel/clocks.ts';
import { daysBetween, localDateOf } from '../../../kernel/local-date.ts';
import { basisOf, localRule, type CountedLocalClock } from '../../../kernel/local-profiles.ts';
import { getPeriod } from '../../../kernel/periods.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import {
  type ClockState,
  type CountedClock,
  ruleOfClock,
  runOf,
} from '../../../kernel/case-clocks.ts';
import type { ClockExplanation, ClockView } from '../view.ts';

/** A unit as views name it; one that is unknown keeps its id and has no name. */
export const unitNamed = (
  units: UnitDirectory,
  id: string,
): { readonly id: string; readonly name: string } => ({ id, name: units.find(id)?.name ?? '' });

/** A clock as a reader sees it (P-9). */
export function viewClock(clock: CountedClock, units: UnitDirectory, now: number): ClockView {
  const { basis, certainty, nextRight, unit } = getPeriod(clock.period);
  return {
    key: clock.key,
    period: clock.period,
    basis,
    certainty,
    holder: unitNamed(units, clock.holder),
    startedAt: clock.startedAt,
    dueDate: clock.dueDate,
    dueAt: clock.dueAt,
    remainingDays: remainingDays(now, clock.dueDate),
    colour: colourOf(clock.startedAt, clock.dueAt, now, undefined, clock.stoppedAt ?? undefined),
    provisional: clock.provisional,
    stoppedAt: clock.stoppedAt,
    extensionDays: clock.extensionDays,
    nextRight: nextRight ?? null,
    profile: null,
    hours: unit === 'hours' && clock.givenDue === null,
    right: clock.holder === 'petitioner',
  };
}

/** A local profile's clock as a reader sees it, beside the law's (P-9). */
export function viewLocalClock(
  clock: CountedLocalClock,
  units: UnitDirectory,
  now: number,
): ClockView {
  return {
    ...viewClock(clock, units, now),
    basis: basisOf(clock),
    certainty: clock.profile.certainty,
    hours: clock.limit.unit === 'hours',
    profile: clock.profile.name,
  };
}

/** A local clock with each day counted or skipped. */
export const explainLocal = (
  clock: CountedLocalClock,
  calendar: Calendar,
  units: UnitDirectory,
  now: number,
): ClockExplanation => ({
  ...viewLocalClock(clock, units, now),
  days: countPeriod(localRule(clock), { ...runOf(clock), extensions: [] }, calendar).days,
});

/** Every day from the start to the due day; a day that somebody set is not rolled over. */
function daysOf(clock: ClockState, calendar: Calendar): readonly DayLine[] {
  if (clock.givenDue === null) {
    return countPeriod(ruleOfClock(clock), runOf(clock), calendar).days;
  }
  const amount = Math.max(0, daysBetween(localDateOf(clock.startedAt), clock.givenDue));
  const given: PeriodRule = {
    id: clock.period,
    amount,
    unit: 'calendar-days',
    rollOver: false,
    basis: getPeriod(clock.period).basis,
  };
  const run = { startedAt: clock.startedAt, pauses: [], extensions: [] };
  return countPeriod(given, run, calendar).days;
}

/** A clock with each day counted or skipped, and why. */
export function explain(
  clock: CountedClock,
  calendar: Calendar,
  units: UnitDirectory,
  now: number,
): ClockExplanation {
  return { ...viewClock(clock, units, now), days: daysOf(clock, calendar) };
}
