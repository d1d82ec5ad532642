import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import { nextOf, startOf, type Span } from '../spans.ts';

/** How long a time a report tells of. Reg. 41 asks for the yearly one; the others are practice. */
export const reportKinds = ['month', 'quarter', 'year'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportStatuses = ['draft', 'final'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/**
 * The parts of a report in their order: what Reg. 41 asks for (statistics, fields, units that are
 * most complained of; referred, assigned, supervised; recommendations and their adoption; other),
 * with how matters were handled between.
 */
export const reportSections = [
  'overview',
  'channels',
  'topics',
  'places',
  'passing-on',
  'supervision',
  'in-time',
  'quality',
  'recommendations',
  'other',
] as const;
export type ReportSection = (typeof reportSections)[number];

/** What no figure tells: the drafter writes it. */
export const ownWordSections: readonly ReportSection[] = ['other'];

/** What Reg. 41 wants in the yearly report besides its statistics. */
const wantedSections: readonly ReportSection[] = ['supervision', 'recommendations', 'other'];

/** A unit that answers for itself has no other units and places to compare. */
export const sectionsOf = (place: Pick<ReportPlace, 'kind'>): readonly ReportSection[] =>
  place.kind === 'unit' ? reportSections.filter((id) => id !== 'places') : reportSections;

/** What must not stay empty when a report is finalised. */
export const isOwed = (kind: ReportKind, section: ReportSection): boolean =>
  kind === 'year' && wantedSections.includes(section);

/** Whose figures: all that happens in a place, or what one unit answers for. */
export interface ReportPlace {
  readonly kind: 'region' | 'unit';
  readonly code: string;
  /** The place itself, or where the unit lies. */
  readonly region: string;
}

export interface ReportPeriod extends Span {
  readonly kind: ReportKind;
}

/** The text of a part: as it was drafted from the figures, or as somebody worded it. */
export interface SectionText {
  readonly text: string;
  readonly edited: boolean;
}
export type SectionTexts = Readonly<Partial<Record<ReportSection, SectionText>>>;

/** Figures as they were counted: they never change, and the digest says so. */
export interface Counted {
  /** At the end of which day the facts were known. */
  readonly asOf: LocalDate;
  /** The last day counted: of the period, or the as-of day while the period runs. */
  readonly until: LocalDate;
  readonly figures: SealedItem;
  /** SHA-256 of the figures as JSON, lower-case hex. */
  readonly digest: string;
}

export interface ReportDeed {
  readonly what: 'begun' | 'recounted' | 'worded' | 'finalised';
  readonly at: number;
  readonly actor: string;
}

export interface Report {
  readonly id: string;
  readonly version: number;
  /** Who makes it. */
  readonly unit: string;
  readonly place: ReportPlace;
  readonly period: ReportPeriod;
  /** Counts from one; a correction of a final report is the next. */
  readonly edition: number;
  readonly corrects: string | null;
  readonly reason: SealedText | null;
  readonly status: ReportStatus;
  readonly counted: Counted;
  readonly sections: SealedItem;
  readonly deeds: readonly ReportDeed[];
}

/** The calendar period of a kind in which a day lies. */
export const periodOf = (kind: ReportKind, day: LocalDate): ReportPeriod => ({
  kind,
  from: startOf(day, kind),
  to: addDays(nextOf(day, kind), -1),
});

/** The last day that is counted. */
export const untilOf = (period: Span, asOf: LocalDate): LocalDate =>
  asOf < period.to ? asOf : period.to;

/** Who has had a hand in it, and so cannot finalise it (P-4a). */
export const authorsOf = ({ deeds }: Pick<Report, 'deeds'>): ReadonlySet<string> =>
  new Set(deeds.map(({ actor }) => actor));
