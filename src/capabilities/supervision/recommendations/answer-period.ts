import type { LocalDate } from '../../../kernel/local-date.ts';
import type { LocalProfile } from '../../../kernel/local-profiles.ts';
import { getPeriod } from '../../../kernel/periods.ts';
import { articleOf } from '../../papers/index.ts';
import type { AnswerPeriod } from './recommendation.ts';

/**
 * The days that a body has to answer: what the office has set with its source (P-9), else the thirty
 * days of the regulations before the present ones.
 * @param units office and addressee: a profile may be for some units alone
 */
export function answerPeriodOf(
  profiles: readonly LocalProfile[],
  units: readonly string[],
  day: LocalDate,
): AnswerPeriod {
  for (const profile of profiles) {
    const inForce = profile.from <= day && (profile.to === null || day <= profile.to);
    const isFor = profile.units.length === 0 || profile.units.some((unit) => units.includes(unit));
    const limit = profile.limits.find(
      ({ period, unit }) => period === 'recommendation-answer' && unit === 'calendar-days',
    );
    if (inForce && isFor && limit !== undefined)
      return { days: limit.amount, source: profile.source };
  }
  const period = getPeriod('recommendation-answer');
  return { days: Number(period.amount), source: articleOf(period.basis) };
}
