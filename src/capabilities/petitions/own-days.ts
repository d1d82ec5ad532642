import type { LocalDate } from '../../kernel/local-date.ts';
import {
  ownDaysFor,
  type CountedInstead,
  type LocalProfile,
  type ProfileCase,
} from '../../kernel/local-profiles.ts';
import type { OwnDaysOfEvent } from './afterwards/events.ts';
import type { Category, Purpose } from './petition.ts';

/** What decides which profile applies to a petition. */
export interface Standing {
  readonly holder: string;
  readonly office: string;
  readonly channel: string;
  readonly purpose: Purpose | null;
  readonly category: Category | null;
}

/** How a petition stands, as profiles are chosen by it. */
export const caseOf = (standing: Standing, day: LocalDate): ProfileCase => {
  const { holder, office, channel, purpose, category } = standing;
  const categories = [category?.first, category?.second, category?.third].filter(
    (code) => code != null,
  );
  return { units: [holder, office], channel, categories, purpose, day };
};

/**
 * The office's own days for a period around the conclusion, with their source, by the profiles in
 * force on a day; nothing where the days are those that come with the program. No profile speaks of
 * an accusation (Reg. 30).
 */
export const ownDaysOf = (
  profiles: readonly LocalProfile[] | undefined,
  standing: Standing,
  period: CountedInstead,
  day: LocalDate,
): OwnDaysOfEvent =>
  standing.purpose === 'accusation'
    ? {}
    : (ownDaysFor(profiles ?? [], period, caseOf(standing, day)) ?? {});
