import { workingDayFrom, type Calendar } from '../../kernel/calendar.ts';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Rotation } from './settings.ts';

/** A day that a template proposes; people make it a plan. */
export interface Proposal {
  readonly on: LocalDate;
  readonly rotation: Rotation;
  /** Whose turn it is. */
  readonly leader: string;
}

const isMonthOf = ({ months }: Rotation, month: number): boolean =>
  months === 'every' || (months === 'odd') === (month % 2 === 1);

/** Months since the year 0, so that turns go on over New Year. */
const ordinalOf = (rotation: Rotation, year: number, month: number): number =>
  rotation.months === 'every' ? year * 12 + month - 1 : year * 6 + Math.floor((month - 1) / 2);

/**
 * The days of a template from one date to another: the first working day from the template's day of
 * the month on, the leaders taking turns.
 */
export function proposeDays(
  rotation: Rotation,
  from: LocalDate,
  to: LocalDate,
  calendar: Calendar,
): readonly Proposal[] {
  const proposals: Proposal[] = [];
  let first = localDate(`${from.slice(0, 7)}-01`);
  while (first <= to) {
    const [year = 0, month = 1] = first.split('-').map(Number);
    const on = workingDayFrom(calendar, addDays(first, rotation.dayOfMonth - 1));
    const turn = ordinalOf(rotation, year, month) % Math.max(1, rotation.leaders.length);
    const leader = rotation.leaders[turn];
    if (isMonthOf(rotation, month) && from <= on && on <= to && leader !== undefined) {
      proposals.push({ on, rotation, leader });
    }
    first = localDate(`${addDays(first, 32).slice(0, 7)}-01`);
  }
  return proposals;
}
