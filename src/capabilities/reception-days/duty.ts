import { addDays, localDate, weekdayOf, type LocalDate } from '../../kernel/local-date.ts';
import type { DutyNorm, DutyPeriod } from './settings.ts';

/** A stretch of the year in which so many days are due. */
export interface DutySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a leader did and has still to do in one stretch. */
export interface DutyCount extends DutySpan {
  readonly needed: number;
  readonly held: number;
  readonly planned: number;
  readonly state: 'kept' | 'missed' | 'running' | 'coming';
}

export interface LeaderDuty {
  readonly counts: readonly DutyCount[];
  /** Days that are missing in stretches that are over. */
  readonly behind: number;
}

/** A day of a leader: over, or still to come. */
export interface DutyDay {
  readonly on: LocalDate;
  readonly held: boolean;
}

const monthsOf: Readonly<Record<Exclude<DutyPeriod, 'week'>, number>> = {
  'half-year': 6,
  quarter: 3,
  month: 1,
};

const firstOf = (year: number, month: number): LocalDate =>
  month > 12
    ? localDate(`${year + 1}-01-01`)
    : localDate(`${year}-${String(month).padStart(2, '0')}-01`);

/** The stretches of a year: weeks begin on Monday and belong to the year of their Monday. */
export function spansOf(year: number, per: DutyPeriod): readonly DutySpan[] {
  if (per !== 'week') {
    const months = monthsOf[per];
    return Array.from({ length: 12 / months }, (_, at) => ({
      from: firstOf(year, at * months + 1),
      to: addDays(firstOf(year, (at + 1) * months + 1), -1),
    }));
  }
  const newYear = localDate(`${year}-01-01`);
  let monday = addDays(newYear, (8 - weekdayOf(newYear)) % 7);
  const spans: DutySpan[] = [];
  while (Number(monday.slice(0, 4)) === year) {
    spans.push({ from: monday, to: addDays(monday, 6) });
    monday = addDays(monday, 7);
  }
  return spans;
}

const stateOf = (span: DutySpan, held: number, needed: number, today: LocalDate) => {
  if (held >= needed) return 'kept';
  if (span.to < today) return 'missed';
  return span.from <= today ? 'running' : 'coming';
};

/**
 * Yearly duty of one leader: for each stretch what is due, held and planned; stretches that
 * lie outside the leader's term are not asked for.
 */
export function countDuty(
  norm: DutyNorm,
  year: number,
  days: readonly DutyDay[],
  term: { readonly from: LocalDate; readonly to: LocalDate | null },
  today: LocalDate,
): LeaderDuty {
  const counts = spansOf(year, norm.per)
    .filter((span) => term.from <= span.from && (term.to === null || span.to <= term.to))
    .map((span): DutyCount => {
      const inside = days.filter(({ on }) => span.from <= on && on <= span.to);
      const held = inside.filter((day) => day.held).length;
      const state = stateOf(span, held, norm.days, today);
      return { ...span, needed: norm.days, held, planned: inside.length - held, state };
    });
  const behind = counts
    .filter(({ state }) => state === 'missed')
    .reduce((sum, { needed, held }) => sum + needed - held, 0);
  return { counts, behind };
}
