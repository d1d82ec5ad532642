import { daysBetween, type LocalDate, localDateOf } from './local-date.ts';

export type ClockColour = 'green' | 'blue' | 'yellow' | 'red';

/** Shares of the period elapsed from which a clock is blue, and from which it is yellow. */
export interface ColourThresholds {
  readonly blue: number;
  readonly yellow: number;
}

export const DEFAULT_THRESHOLDS: ColourThresholds = { blue: 0.5, yellow: 0.75 };

/** The thresholds of an office, and where it has them from. */
export interface OfficeThresholds extends ColourThresholds {
  readonly source: string;
}

/** No rule fixes them; an office sets its own. */
export const usualThresholds: OfficeThresholds = { ...DEFAULT_THRESHOLDS, source: 'assumption' };

let inForce = usualThresholds;

/** The thresholds that every clock, list and board of this process is coloured by (U-3). */
export const thresholdsInForce = (): OfficeThresholds => inForce;

/**
 * Sets them, once, when the program starts: so that no page can have colours of its own
 * (docs/adr/one-definition-of-clock-colours.md).
 */
export function setThresholds(thresholds: OfficeThresholds): void {
  inForce = thresholds;
}

/**
 * The colour of a clock: green, blue from half of its time on, yellow from three quarters on, red
 * once it is past due. A clock that was answered keeps the colour it had then.
 *
 * @param startedAt start of the clock, in milliseconds
 * @param dueAt first moment that is too late, in milliseconds
 * @param now in milliseconds
 * @param thresholds shares of the time from start to due, 0 to 1; those in force unless told
 * @param doneAt when the step was taken, in milliseconds; left out while it is open
 */
export function colourOf(
  startedAt: number,
  dueAt: number,
  now: number,
  thresholds: ColourThresholds = inForce,
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
