import type { Calendar } from './calendar.ts';
import type { ClockState, CountedClock } from './case-clocks.ts';
import { runOf } from './case-clocks.ts';
import { dueOf, type LegalBasis, type PeriodRule, type PeriodUnit } from './clocks.ts';
import type { LocalDate } from './local-date.ts';
import { getPeriod, localRuleOf, PERIOD_IDS, type PeriodId } from './periods.ts';

/** One limit of a profile: a period, counted shorter than the law counts it (P-9). */
export interface ProfileLimit {
  readonly period: PeriodId;
  readonly amount: number;
  readonly unit: PeriodUnit;
  /** Purposes of petitions that it is for; empty for all that no other limit names. */
  readonly purposes: readonly string[];
}

/** A named set of limits, dated and with its source: a bureau's own working method, or 12345. */
export interface LocalProfile {
  readonly id: string;
  readonly name: string;
  /** The document that sets the limits. */
  readonly source: string;
  readonly certainty: 'seen' | 'secondary' | 'practice';
  readonly from: LocalDate;
  /** The last day; null while it is in force. */
  readonly to: LocalDate | null;
  /** What it applies to; an empty list leaves nothing out. */
  readonly units: readonly string[];
  readonly channels: readonly string[];
  readonly categories: readonly string[];
  readonly limits: readonly ProfileLimit[];
}

/** What a profile meant for one petition, written into its record: replay needs no table. */
export interface AppliedProfile {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly certainty: LocalProfile['certainty'];
  readonly limits: readonly Omit<ProfileLimit, 'purposes'>[];
}

/** Steps that only profiles set a limit for; the law has none to show beside them. */
export const localOnly = ['take', 'contact', 'answer'] as const satisfies readonly PeriodId[];

/**
 * Periods around the conclusion that no article fixes: there is no clock of the law to stand beside,
 * so the petition's own clock counts by the office's days.
 */
export const countedInstead = [
  'rating-window',
  'follow-up',
  'contest',
] as const satisfies readonly PeriodId[];
export type CountedInstead = (typeof countedInstead)[number];

export const isCountedInstead = (period: PeriodId): period is CountedInstead =>
  countedInstead.some((each) => each === period);

/** Periods that a profile may set: every one that has a number of its own. */
export const profilePeriods: readonly PeriodId[] = PERIOD_IDS.filter(
  (id) => getPeriod(id).amount !== 'given' && id !== 'extension',
);

/** The law that a local limit is held against: its own period, or the one it must not exceed. */
const boundOf = (id: PeriodId): PeriodId => {
  const { atMost, atLeast } = getPeriod(id);
  return atMost ?? atLeast ?? id;
};

export type LimitFault =
  | {
      /** `days-only`: where the petition's own clock counts by the office's calendar days. */
      readonly reason: 'not-a-period' | 'days-only';
      readonly at: number;
      readonly period: PeriodId;
    }
  | {
      /** `too-short`: what a petitioner has, less than the law gives. */
      readonly reason: 'less-strict' | 'too-short';
      readonly at: number;
      readonly period: PeriodId;
      /** The law that says so. */
      readonly basis: LegalBasis;
      readonly amount: number;
      readonly unit: PeriodUnit;
    };

/**
 * P-9: more strict is allowed, less strict than the law is refused.
 * @returns the first limit at fault, with its place and the article; null when all may stand
 */
export function findLimitFault(limits: readonly ProfileLimit[]): LimitFault | null {
  for (const [at, { period, amount, unit }] of limits.entries()) {
    if (!profilePeriods.includes(period)) return { reason: 'not-a-period', at, period };
    if (isCountedInstead(period) && unit !== 'calendar-days') {
      return { reason: 'days-only', at, period };
    }
    const bound = boundOf(period);
    const law = getPeriod(bound);
    const checked = localRuleOf(bound, { amount, unit, basis: law.basis });
    if (checked.ok) continue;
    if (checked.reason === 'not-a-period') return { reason: 'not-a-period', at, period };
    const { basis } = law;
    const reason = law.stricter === 'longer' ? 'too-short' : 'less-strict';
    return { reason, at, period, basis, amount: Number(law.amount), unit: law.unit };
  }
  return null;
}

/** What a profile is chosen by. */
export interface ProfileCase {
  /** Holder and office. */
  readonly units: readonly string[];
  readonly channel: string;
  /** Codes of the category's levels, as far as they are known. */
  readonly categories: readonly string[];
  readonly purpose: string | null;
  readonly day: LocalDate;
}

const meets = (wanted: readonly string[], given: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((each) => given.includes(each));

const isFor = (profile: LocalProfile, about: ProfileCase): boolean =>
  profile.from <= about.day &&
  (profile.to === null || about.day <= profile.to) &&
  meets(profile.units, about.units) &&
  meets(profile.channels, [about.channel]) &&
  meets(profile.categories, about.categories);

/** How much a profile asks for: the one that asks most fits best. */
const weightOf = ({ units, channels, categories }: LocalProfile): number =>
  [units, channels, categories].filter((list) => list.length > 0).length;

/**
 * The profile for a petition: among those in force that apply to it the most particular one, of
 * equals the youngest.
 * @returns null when no profile applies
 */
export function profileFor(
  profiles: readonly LocalProfile[],
  about: ProfileCase,
): AppliedProfile | null {
  const [best] = profiles
    .filter((profile) => isFor(profile, about))
    .toSorted(
      (one, other) =>
        weightOf(other) - weightOf(one) ||
        other.from.localeCompare(one.from) ||
        one.id.localeCompare(other.id),
    );
  if (best === undefined) return null;
  const own = best.limits.filter(({ purposes }) => purposes.includes(about.purpose ?? ''));
  const common = best.limits.filter(
    ({ purposes, period }) => purposes.length === 0 && !own.some((each) => each.period === period),
  );
  const { id, name, source, certainty } = best;
  const limits = [...own, ...common].map(({ period, amount, unit }) => ({ period, amount, unit }));
  return { id, name, source, certainty, limits };
}

/**
 * The office's own days for a period around the conclusion: of the profile that fits best among
 * those that speak of it, whatever profile the petition's other limits come from.
 * @returns null where no profile in force speaks of it
 */
export function ownDaysFor(
  profiles: readonly LocalProfile[],
  period: CountedInstead,
  about: ProfileCase,
): { readonly days: number; readonly source: string } | null {
  const speaking = profiles.filter(({ limits }) =>
    limits.some(
      (limit) =>
        limit.period === period &&
        (limit.purposes.length === 0 || limit.purposes.includes(about.purpose ?? '')),
    ),
  );
  const best = profileFor(speaking, about);
  const limit = best?.limits.find((each) => each.period === period);
  return best == null || limit === undefined ? null : { days: limit.amount, source: best.source };
}

/** A clock that runs beside the law's, by a profile's limit. */
export interface LocalClock extends ClockState {
  readonly profile: Omit<AppliedProfile, 'limits'>;
  readonly limit: Omit<ProfileLimit, 'purposes'>;
}

export interface CountedLocalClock extends CountedClock, LocalClock {}

/** The basis that a local clock shows: the document that set the limit. */
export const basisOf = ({ profile }: Pick<LocalClock, 'profile'>): LegalBasis => ({
  law: profile.source,
  lawEn: profile.source,
  article: '',
});

/**
 * The rule of a local clock.
 * @throws RangeError for a limit that no command lets through
 */
export function localRule(clock: LocalClock): PeriodRule {
  const { period, amount, unit } = clock.limit;
  const rule = localRuleOf(period, { amount, unit, basis: basisOf(clock) });
  if (!rule.ok) throw new RangeError(`profile ${clock.profile.id}: ${period} ${amount} ${unit}`);
  return rule.value;
}

/** The due date of a local clock under a calendar. An extension by law does not lengthen it. */
export const countLocalClock = (clock: LocalClock, calendar: Calendar): CountedLocalClock => ({
  ...clock,
  ...dueOf(localRule(clock), { ...runOf(clock), extensions: [] }, calendar),
});
