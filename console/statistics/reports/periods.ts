import type { ReportLine } from '../../../src/capabilities/statistics/reports/contract.ts';
import { fill, type Words } from '../../words/words.ts';

type Kind = ReportLine['kind'];

/** How many periods of each kind can be chosen, the running one first. */
const lengths: Readonly<Record<Kind, number>> = { month: 24, quarter: 12, year: 6 };

/** Months of one period. */
const steps: Readonly<Record<Kind, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * Periods that can be reported on, newest first, by their first day.
 * @param yesterday the last day that is over; nothing of later periods is
 */
export function periodsOf(
  kind: Kind,
  yesterday: string,
  say: Words['reports'],
): { readonly value: string; readonly label: string }[] {
  const [year = 0, month = 1] = yesterday.split('-').map(Number);
  const step = steps[kind];
  const running = year * 12 + Math.floor((month - 1) / step) * step;
  return Array.from({ length: lengths[kind] }, (_, back) => {
    const months = running - back * step;
    const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
    const words = { year: y, month: m, quarter: Math.floor((m - 1) / 3) + 1 };
    return {
      value: `${y}-${String(m).padStart(2, '0')}-01`,
      label: fill(say[`${kind}Name`], words),
    };
  });
}

/** The day before. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
