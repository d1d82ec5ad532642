import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../kernel/local-date.ts';
import type { Comparison, Preset, Step } from './contract.ts';

/** Some days, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const dateOf = (year: number, month: number, day: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as LocalDate;

const partsOf = (date: LocalDate): readonly [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

/** The first day of the step in which a day lies; weeks begin on Monday. */
export function startOf(date: LocalDate, step: Step): LocalDate {
  const [year, month] = partsOf(date);
  switch (step) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, 1 - weekdayOf(date));
    case 'month':
      return dateOf(year, month, 1);
    case 'quarter':
      return dateOf(year, month - ((month - 1) % 3), 1);
    case 'year':
      return dateOf(year, 1, 1);
  }
}

/** The first day after the step in which a day lies. */
export function nextOf(date: LocalDate, step: Step): LocalDate {
  const start = startOf(date, step);
  if (step === 'day') return addDays(start, 1);
  if (step === 'week') return addDays(start, 7);
  return shiftMonths(start, step === 'month' ? 1 : step === 'quarter' ? 3 : 12);
}

/** The first day of the third of a month (旬) in which a day lies: the 1st, 11th or 21st. */
export function thirdOf(date: LocalDate): LocalDate {
  const [year, month, day] = partsOf(date);
  return dateOf(year, month, Math.min(Math.floor((day - 1) / 10), 2) * 10 + 1);
}

/** The last day of the month in which a day lies. */
export const monthEnd = (date: LocalDate): LocalDate => addDays(nextOf(date, 'month'), -1);

/** The same day of another month, or that month's last one. */
function shiftMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const first = dateOf(year, month + months, 1);
  const [, , last] = partsOf(addDays(dateOf(year, month + months + 1, 1), -1));
  return addDays(first, Math.min(day, last) - 1);
}

const stepOf: Partial<Record<Preset, Step>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  'last-month': 'month',
  'last-quarter': 'quarter',
  'last-year': 'year',
};

/** The days that a preset means on a day: calendar periods up to that day, or the last one whole. */
export function spanOf(preset: Preset, asOf: LocalDate): Span {
  const step = stepOf[preset];
  if (step === undefined) {
    return { from: addDays(asOf, 1 - Number(preset.slice('rolling-'.length))), to: asOf };
  }
  const start = startOf(asOf, step);
  if (!preset.startsWith('last-')) return { from: start, to: asOf };
  return { from: startOf(addDays(start, -1), step), to: addDays(start, -1) };
}

/** The steps that lie in a span, each with the days of it that do. */
export function bucketsOf(span: Span, step: Step): readonly (Span & { readonly key: string })[] {
  const buckets: (Span & { readonly key: string })[] = [];
  for (let start = startOf(span.from, step); start <= span.to; start = nextOf(start, step)) {
    const last = addDays(nextOf(start, step), -1);
    buckets.push({
      key: start,
      from: start < span.from ? span.from : start,
      to: last > span.to ? span.to : last,
    });
  }
  return buckets;
}

const isMonthEnd = (date: LocalDate): boolean => monthEnd(date) === date;

const shifted = ({ from, to }: Span, months: number): Span => ({
  from: shiftMonths(from, months),
  to: isMonthEnd(to) ? monthEnd(shiftMonths(to, months)) : shiftMonths(to, months),
});

/** How many months a calendar period moves back: a quarter so far by a quarter. */
function monthsOf({ from, to }: Span, preset: Preset | undefined): number {
  if (preset === 'quarter' || preset === 'last-quarter') return 3;
  if (preset === 'year' || preset === 'last-year') return 12;
  const [years, months] = partsOf(to).map((part, place) => part - (partsOf(from)[place] ?? 0));
  return (years ?? 0) * 12 + (months ?? 0) + 1;
}

/**
 * The days that a span is compared with.
 * @param compare `yoy`: the same days a year before; `mom`: the period just before, of as many
 *   months where it begins with a month, else of as many days
 */
export function comparedSpan(span: Span, compare: Comparison, preset?: Preset): Span {
  if (compare === 'yoy') return shifted(span, -12);
  if (span.from.endsWith('-01') && preset !== 'day' && preset !== 'week') {
    return shifted(span, -monthsOf(span, preset));
  }
  const days = daysBetween(span.from, span.to) + 1;
  return { from: addDays(span.from, -days), to: addDays(span.to, -days) };
}
