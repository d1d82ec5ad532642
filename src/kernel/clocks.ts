import { type Calendar, type DayKind, dayKind } from './calendar.ts';
import {
  addDays,
  daysBetween,
  endOfDay,
  laterOf,
  type LocalDate,
  localDateOf,
  startOfDay,
} from './local-date.ts';

export {
  type ClockColour,
  colourOf,
  type ColourThresholds,
  DEFAULT_THRESHOLDS,
  remainingDays,
} from './clock-colours.ts';

/*
 * How a period is counted, in the order of the law:
 *
 * 1. The day of the event is not counted; counting begins on the next day. A period in hours
 *    begins at its moment.                                                   民法典 201
 * 2. Days are calendar days, one after the other. Working days leave out weekends and statutory
 *    holidays and include make-up days.                                      rules of the office
 * 3. Days on which the clock is stopped are left out (the hearing days of a re-examination, and
 *    nothing else).                                                          信访工作条例 36
 * 4. An extension lengthens the period: its days follow the last day, before step 5.
 * 5. Where the last day is a holiday or rest day, the next working day is the last day.
 * 6. The last day ends at 24:00 in Shanghai.                                 民法典 203
 *
 * `countPeriod` writes down each day; `dueOf` comes to the same day by a shorter way, for lists.
 */

export type PeriodUnit = 'calendar-days' | 'working-days' | 'hours';

/** What the petitioner may do next, once the period has ended or the step is taken. */
export type NextRight =
  | 'request-review'
  | 'request-re-examination'
  | 'help-and-follow-up'
  | 'contest'
  | 'judicial-confirmation'
  | 'rate'
  | 'revoke-withdrawal';

export interface LegalBasis {
  /** Name of the law in Chinese and English. */
  readonly law: string;
  readonly lawEn: string;
  /** Article and paragraph, as in `23(3)`; empty where the source has none. */
  readonly article: string;
}

export interface PeriodRule {
  readonly id: string;
  /** How many units; zero or more, whole. */
  readonly amount: number;
  readonly unit: PeriodUnit;
  /** Whether a last day that is a rest day moves on (CC 203); of no effect on hours. */
  readonly rollOver: boolean;
  readonly basis: LegalBasis;
  readonly nextRight?: NextRight;
}

/** Whole days, both included, on which the clock stands still. May overlap. */
export interface Pause {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
}

export interface Extension {
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly reason: string;
  /** When it was granted, in milliseconds; told to the reader, not counted with. */
  readonly at: number;
}

export interface ClockRun {
  /** The moment of the event that starts the clock, in milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

export interface Due {
  /** The last day on which the step is still in time. */
  readonly dueDate: LocalDate;
  /** The first moment that is too late: 24:00 of that day, in milliseconds since 1970 UTC. */
  readonly dueAt: number;
  /** The due day may still move, when the holidays of a year not yet arranged are published. */
  readonly provisional: boolean;
}

export interface DayLine {
  readonly date: LocalDate;
  readonly counted: boolean;
  /** 1 for the first counted day, and so on without gaps; only on counted days. */
  readonly ordinal?: number;
  /**
   * Counted: `counted`, `make-up`. Not counted: `start-day`, `weekend`, `holiday`, `pause`, and
   * `rolled-over` for the due day where it comes after the last counted day.
   */
  readonly reason:
    | 'start-day'
    | 'counted'
    | 'make-up'
    | 'weekend'
    | 'holiday'
    | 'pause'
    | 'rolled-over';
  /** Name of the holiday or reason of the pause, in the words of their source. */
  readonly note?: string;
  /** Lies in an extension, not in the period itself. */
  readonly extended: boolean;
  /** The count asked whether this day is a working day, and a notice to come may change that. */
  readonly provisional: boolean;
}

export interface CountedPeriod extends Due {
  /** From the day of the event to the due day, without gaps. */
  readonly days: readonly DayLine[];
}

/**
 * Counts a period and writes down every day, so that a reader can check it by hand.
 *
 * @param rule the period and its legal basis
 * @param run the event's moment, the days left out, the extensions granted
 * @param calendar the version of the working-day calendar to count by
 * @returns due day, due moment and one line a day from the event to the due day
 * @throws RangeError for amounts that are not whole numbers from zero on, or for an extension
 * that mixes hours with days
 * Source: 民法典 201 and 203; the table at the head of this file.
 */
export function countPeriod(rule: PeriodRule, run: ClockRun, calendar: Calendar): CountedPeriod {
  if (rule.unit === 'hours') return countHours(rule, run, calendar);
  const eventDay = localDateOf(run.startedAt);
  const lines: DayLine[] = [
    { date: eventDay, counted: false, reason: 'start-day', extended: false, provisional: false },
  ];
  let lastDay = eventDay;
  let ordinal = 0;
  for (const stretch of stretchesOf(rule, run)) {
    for (let counted = 0; counted < stretch.amount;) {
      lastDay = addDays(lastDay, 1);
      const judged = judgeDay(stretch.unit, lastDay, run.pauses, calendar);
      if (judged.counted) {
        counted += 1;
        ordinal += 1;
      }
      lines.push({
        ...judged,
        ...(judged.counted ? { ordinal } : {}),
        extended: stretch.extended,
      });
    }
  }
  const rolled = rule.rollOver ? rollOverLines(lastDay, run.pauses, calendar) : [];
  const days = rule.rollOver ? askedLast(lines, calendar).concat(rolled) : lines;
  const dueDate = rolled.at(-1)?.date ?? lastDay;
  return {
    dueDate,
    dueAt: endOfDay(dueDate).getTime(),
    provisional: days.some((line) => line.provisional),
    days,
  };
}

/** The roll-over asks of the last day too whether it is a working day, and names its holiday. */
function askedLast(lines: readonly DayLine[], calendar: Calendar): DayLine[] {
  return lines.map((line, index) => {
    if (index < lines.length - 1) return line;
    const { name, provisional } = dayKind(calendar, line.date);
    return { ...line, ...(name === undefined ? {} : { note: name }), provisional };
  });
}

/** Steps 2 and 3: whether one day counts, and why. */
function judgeDay(
  unit: PeriodUnit,
  date: LocalDate,
  pauses: readonly Pause[],
  calendar: Calendar,
): Omit<DayLine, 'ordinal' | 'extended'> {
  const { kind, name, provisional } = dayKind(calendar, date);
  const asked = unit === 'working-days' && provisional;
  const note = name === undefined ? {} : { note: name };
  if (unit === 'working-days' && (kind === 'weekend' || kind === 'holiday')) {
    return { date, counted: false, reason: kind, provisional: asked, ...note };
  }
  const pause = pauses.find(({ from, to }) => from <= date && date <= to);
  if (pause) {
    return { date, counted: false, reason: 'pause', note: pause.reason, provisional: asked };
  }
  if (unit === 'working-days' && kind === 'make-up') {
    return { date, counted: true, reason: 'make-up', provisional: asked, ...note };
  }
  return { date, counted: true, reason: 'counted', provisional: asked };
}

/** Step 5: the days after a last day that is a rest day, up to the working day that is due. */
function rollOverLines(
  lastDay: LocalDate,
  pauses: readonly Pause[],
  calendar: Calendar,
): DayLine[] {
  const lines: DayLine[] = [];
  const dueDate = dayToEndOn(lastDay, pauses, calendar);
  for (let date = lastDay; date < dueDate;) {
    date = addDays(date, 1);
    const judged = judgeDay('working-days', date, pauses, calendar);
    const reason = judged.counted ? ('rolled-over' as const) : judged.reason;
    lines.push({ ...judged, reason, counted: false, extended: false });
  }
  return lines;
}

/** A period ends on a working day (CC 203), and never on a day on which its clock is stopped. */
function dayToEndOn(lastDay: LocalDate, pauses: readonly Pause[], calendar: Calendar): LocalDate {
  let date = lastDay;
  while (!judgeDay('working-days', date, pauses, calendar).counted) date = addDays(date, 1);
  return date;
}

/**
 * The due day without the lines, for lists and projections. It agrees with {@link countPeriod}
 * for every rule, run and calendar.
 *
 * @returns due day, due moment, and whether they are provisional
 * @throws RangeError as {@link countPeriod}
 */
export function dueOf(rule: PeriodRule, run: ClockRun, calendar: Calendar): Due {
  const { startedAt } = run;
  if (rule.unit === 'hours') return dueOfHours(rule, run);
  const stops = mergedPauses(run.pauses);
  let lastDay = localDateOf(startedAt);
  let provisional = false;
  const askFor = (date: LocalDate): DayKind => {
    const kind = dayKind(calendar, date);
    provisional ||= kind.provisional;
    return kind;
  };
  for (const { unit, amount } of stretchesOf(rule, run)) {
    if (unit === 'calendar-days') {
      lastDay = afterCalendarDays(lastDay, amount, stops);
      continue;
    }
    for (let left = amount; left > 0;) {
      lastDay = addDays(lastDay, 1);
      if (isWorked(askFor(lastDay)) && !isStopped(lastDay, stops)) left -= 1;
    }
  }
  let dueDate = lastDay;
  if (rule.rollOver) {
    while (!isWorked(askFor(dueDate)) || isStopped(dueDate, stops)) dueDate = addDays(dueDate, 1);
  }
  return { dueDate, dueAt: endOfDay(dueDate).getTime(), provisional };
}

/** A due day that a person has set: it is not counted, and it does not move. */
export function dueOnDate(dueDate: LocalDate): Due {
  return { dueDate, dueAt: endOfDay(dueDate).getTime(), provisional: false };
}

/** `amount` days after a day: each stop on the way moves the end on by its days. */
function afterCalendarDays(from: LocalDate, amount: number, stops: readonly Stop[]): LocalDate {
  if (amount === 0) return from;
  const firstDay = addDays(from, 1);
  let lastDay = addDays(from, amount);
  for (const stop of stops) {
    if (stop.to < firstDay) continue;
    if (stop.from > lastDay) break;
    lastDay = addDays(lastDay, daysBetween(laterOf(stop.from, firstDay), stop.to) + 1);
  }
  return lastDay;
}

const isWorked = ({ kind }: DayKind): boolean => kind === 'working' || kind === 'make-up';

const isStopped = (date: LocalDate, stops: readonly Stop[]): boolean =>
  stops.some(({ from, to }) => from <= date && date <= to);

type Stop = Pick<Pause, 'from' | 'to'>;

/** Pauses in order and without overlap, so that no day is left out twice. */
function mergedPauses(pauses: readonly Pause[]): Stop[] {
  if (pauses.length === 0) return [];
  const merged: Stop[] = [];
  const inOrder = pauses
    .filter(({ from, to }) => from <= to)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));
  for (const { from, to } of inOrder) {
    const before = merged.at(-1);
    if (before && from <= before.to) {
      merged[merged.length - 1] = { from: before.from, to: laterOf(before.to, to) };
    } else {
      merged.push({ from, to });
    }
  }
  return merged;
}

interface Stretch {
  readonly unit: PeriodUnit;
  readonly amount: number;
  readonly extended: boolean;
}

/** Step 4: the period, then each extension, counted as one without a roll-over in between. */
function stretchesOf(rule: PeriodRule, run: ClockRun): Stretch[] {
  const stretches = [{ unit: rule.unit, amount: rule.amount, extended: false }];
  for (const { unit, amount } of run.extensions) stretches.push({ unit, amount, extended: true });
  for (const { unit, amount } of stretches) {
    if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`amount ${amount}`);
    if ((unit === 'hours') !== (rule.unit === 'hours')) {
      throw new RangeError('an extension in hours lengthens a period in hours only');
    }
  }
  return stretches;
}

const HOUR_MS = 3_600_000;

/**
 * Hours run from the moment of the event, through nights and holidays (CC 201, second part), and do
 * not roll over: CC 203 speaks of a last day, and a later event could then end earlier.
 */
function dueOfHours(rule: PeriodRule, run: ClockRun): Due {
  const { startedAt } = run;
  const hours = stretchesOf(rule, run).reduce((sum, { amount }) => sum + amount, 0);
  let dueAt = startedAt + hours * HOUR_MS;
  for (const stop of mergedPauses(run.pauses)) {
    const from = Math.max(startOfDay(stop.from).getTime(), startedAt);
    const to = endOfDay(stop.to).getTime();
    if (from < dueAt && to > from) dueAt += to - from;
  }
  // A period that ends at 24:00 ends on the day before the midnight.
  const dueDate = localDateOf(Math.max(dueAt - 1, startedAt));
  return { dueDate, dueAt, provisional: false };
}

function countHours(rule: PeriodRule, run: ClockRun, calendar: Calendar): CountedPeriod {
  const due = dueOfHours(rule, run);
  const withoutExtensions = dueOfHours(rule, { ...run, extensions: [] });
  const days: DayLine[] = [];
  let ordinal = 0;
  for (let date = localDateOf(run.startedAt); date <= due.dueDate; date = addDays(date, 1)) {
    const judged = judgeDay('hours', date, run.pauses, calendar);
    if (judged.counted) ordinal += 1;
    const extended = date > withoutExtensions.dueDate;
    days.push({ ...judged, ...(judged.counted ? { ordinal } : {}), extended });
  }
  return { ...due, days };
}
