import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';

export const sponsoredStatuses = ['proposed', 'open', 'ending', 'ended', 'declined'] as const;
/**
 * Named by the office, to be answered; under its leader; reported as ended, to be verified; ended;
 * the leader who was named has declined.
 */
export type SponsoredStatus = (typeof sponsoredStatuses)[number];

export const measureKinds = [
  'law',
  'policy',
  'economic',
  'administrative',
  'mediation',
  'explanation',
  'aid',
] as const;
/** What a plan tries: the ways that the practice of 一案一策 knows. */
export type MeasureKind = (typeof measureKinds)[number];

export const endingResults = ['resolved', 'not-yet'] as const;
/** Resolved, or not yet resolvable with what was done. */
export type EndingResult = (typeof endingResults)[number];

/** A leader, in the post in which they answer for the case. */
export interface Leader {
  readonly userId: string;
  readonly unit: string;
}

/** A deed with who did it and when (epoch ms). */
export interface Deed {
  readonly at: number;
  readonly userId: string;
  readonly words: SealedText;
}

/** Diagnosis and remedies of one case (一案一策). */
export interface Plan {
  readonly at: number;
  readonly userId: string;
  /** The knot of the matter (事结): what stands in the way outside. */
  readonly matterKnot: SealedText;
  /** The knot of the mind (心结): what troubles the petitioner. */
  readonly mindKnot: SealedText;
  readonly measures: readonly { readonly kind: MeasureKind; readonly words: SealedText }[];
}

/** A date that was moved stays on record with its reason. */
export interface MovedDate {
  readonly at: number;
  readonly userId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: SealedText;
}

/** A step of the plan with its date and who sees to it. */
export interface Milestone {
  readonly id: string;
  readonly what: SealedText;
  /** Since when the step is planned, epoch ms. */
  readonly addedAt: number;
  /** Who sees to it, by name. */
  readonly responsible: SealedText;
  readonly date: LocalDate;
  /** What the petitioner reads of it; null where it is inside the office. */
  readonly told: SealedText | null;
  readonly state: 'open' | 'done' | 'missed';
  /** On which day it was done. */
  readonly doneOn: LocalDate | null;
  readonly reports: readonly (Deed & { readonly outcome: 'done' | 'missed' })[];
  readonly moved: readonly MovedDate[];
}

export interface HandOver {
  readonly at: number;
  readonly by: string;
  readonly to: Leader;
  readonly reason: SealedText;
}

export interface Ending extends Deed {
  readonly result: EndingResult;
}

/** A petition that a leader takes to the end (包案, S-1). */
export interface Sponsored {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: SponsoredStatus;
  readonly office: string;
  /** The unit that has the matter. */
  readonly unit: string;
  readonly regionCode: string;
  /** People concerned when it began. */
  readonly persons: number;
  /** Who answers for it; while `proposed`, who was named. */
  readonly leader: Leader;
  /** Since when the leader has it, epoch ms; null before they took it. */
  readonly takenAt: number | null;
  readonly openedAt: number;
  /** Who named the leader, and why; null where the leader took it. */
  readonly proposal: Deed | null;
  readonly declined: Deed | null;
  readonly plan: Plan | null;
  readonly milestones: readonly Milestone[];
  readonly notes: readonly Deed[];
  /** Asked, and not yet acknowledged: the leader is still the one above. */
  readonly handOver: HandOver | null;
  /** Who had it before, with the reason of each change. */
  readonly formerLeaders: readonly (Leader & {
    readonly until: number;
    readonly reason: SealedText | null;
  })[];
  /** The leader holds no post any more; the office asks another one. */
  readonly leaderLeft: boolean;
  readonly ending: Ending | null;
  readonly returned: readonly Deed[];
  readonly verified: Deed | null;
  /** Endings that were taken up again, oldest first. */
  readonly formerEndings: readonly Ending[];
  readonly takenUpAgain: readonly Deed[];
  readonly papers: readonly FlowPaper[];
}

/** The next open step by date; nothing where none is open. */
export const nextMilestone = (
  { milestones }: Pick<Sponsored, 'milestones'>,
  told = false,
): Milestone | null =>
  milestones
    .filter((each) => each.state === 'open' && (!told || each.told !== null))
    .toSorted((one, other) => one.date.localeCompare(other.date))[0] ?? null;

/** Missed: said so, done after its day, or open when its day is over. */
export const isMissed = ({ state, date, doneOn }: Milestone, today: LocalDate): boolean =>
  state === 'missed' || (state === 'open' && date < today) || (doneOn !== null && doneOn > date);
