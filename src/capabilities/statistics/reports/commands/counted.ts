import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays, localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { StatisticsDeps } from '../../commands/deps.ts';
import { freshnessOf } from '../../queries/freshness.ts';
import type { ReportFigures } from '../contract.ts';

/** How long a request waits for facts that are being counted, in ms: they are seconds behind. */
const usualPatience = 15_000;
const pause = 300;

/**
 * The day at whose end the facts are looked at. Today is still in motion, so it is never today: the
 * same day must give the same figures whenever it is asked for.
 * @param asked yesterday unless told
 */
export function asOfDay(asked: LocalDate | undefined, now: number): Result<LocalDate, Refusal> {
  const yesterday = addDays(localDateOf(now), -1);
  const day = asked ?? yesterday;
  return day > yesterday ? refuse('report-as-of', { until: yesterday }, 'asOf') : ok(day);
}

/**
 * Waits until everything that happened up to a day is counted.
 * @returns refusal `report-facts-behind` when that takes too long
 */
export async function waitUntilCounted(
  deps: StatisticsDeps,
  asOf: LocalDate,
  patience = usualPatience,
): Promise<Result<undefined, Refusal>> {
  const begun = Date.now();
  for (;;) {
    const now = Date.now();
    const { behind, seconds, refolding } = await freshnessOf(deps, now);
    const waiting = behind > 0 && localDateOf(now - seconds * 1000) <= asOf;
    if (!refolding && !waiting) return ok(undefined);
    if (now - begun > patience) return refuse('report-facts-behind');
    await wait(pause);
  }
}

/** SHA-256 of figures; they are put together in one order, so the same figures give the same. */
export const digestOf = (figures: ReportFigures): string =>
  createHash('sha256').update(JSON.stringify(figures)).digest('hex');
