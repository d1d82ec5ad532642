import { daysBetween, type LocalDate, localDateOf } from './local-date.ts';

export type ClockColour = 'green' | 'blue' | 'yellow' | 'red';

/** Shares of the period elapsed from which a clock is blue, and from which it is yellow. */
export interface ColourThresholds {
  readonly blue: number;
  readonly yellow: number;
}

export const DEFAULT_THRESHOLDS: ColourThresholds = { blue: 0.5, yellow: 0.75 };

/**
 * The colour of a clock: green, blue from half of its time on, yellow from three quarters on, red
 * once it is past due. A clock that was answered keeps the colour it had then.
 *
 * @param startedAt start of the clock, in milliseconds
 * @param dueAt first moment that is too late, in milliseconds
 * @param now in milliseconds
 * @param thresholds shares of the time from start to due, 0 to 1; an office may set its own
 * @param doneAt when the step was taken, in milliseconds; left out while it is open
 */
export function colourOf(
  startedAt: number,
  dueAt: number,
  now: number,
  thresholds: ColourThresholds = DEFAULT_THRESHOLDS,
  doneAt?: number,
): ClockColour {
  const judgedAt = doneAt ?? now;
  if (judgedAt >= dueAt) return 'red';
  const elapsed = (judgedAt - startedAt) / (dueAt - startedAt);
  if (elapsed >= thresholds.yellow) return 'yellow';
  return elapsed >= thresholds.blue ? 'blue' : 'green';
}

/**
 * Days left, as people say it.
 *
 * @param now in milliseconds
 * @returns 0 on the due day itself, 1 the day before, negative by the days overdue
 */
export function remainingDays(now: number, dueDate: LocalDate): number {
  return daysBetween(localDateOf(now), dueDate);
}
