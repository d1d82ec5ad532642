import type { ClockState } from '../../kernel/case-clocks.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';

/**
 * Where a dispute stands. `passed`: it waits to be acknowledged by the level that it was passed to;
 * `settled`: agreed, and asked after once more; `kept`: what was agreed was kept.
 */
export const disputeStatuses = ['open', 'passed', 'settled', 'kept', 'promoted', 'ended'] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

/** In these somebody holds it and a clock runs. */
export const openStatuses: readonly DisputeStatus[] = ['open', 'passed', 'settled'];

/** The lowest level that can settles it (小事不出村、大事不出镇); above the county it is a petition. */
export const disputeLevels = ['village', 'township', 'county'] as const;
export type DisputeLevel = (typeof disputeLevels)[number];

/** Why a dispute ends without being settled here and without becoming a petition. */
export const endings = ['legal-route', 'fell-away', 'recorded-twice'] as const;
export type Ending = (typeof endings)[number];

/** How the person concerned said that they want a petition. */
export const consentWays = ['spoken', 'phone-form', 'written'] as const;
export type ConsentWay = (typeof consentWays)[number];

export const disputeDeeds = [
  'DisputeRecorded',
  'AttemptNoted',
  'DisputePassed',
  'DisputeAcknowledged',
  'PassingTakenBack',
  'DisputeSettled',
  'SettlementFollowedUp',
  'DisputePromoted',
  'DisputeEnded',
  'DisputeSucceeded',
] as const;
export type DisputeDeed = (typeof disputeDeeds)[number];

/** Who looks after it at one level; the county's is the petition office. */
export interface LinePost {
  readonly level: DisputeLevel;
  readonly unit: string;
}

/** A local limit as it was when a clock began, with the document that sets it. */
export interface Limit {
  readonly days: number;
  readonly source: string;
}

/** On its way between two levels; until it is acknowledged the sender still holds it. */
export interface Passing {
  readonly to: LinePost;
  readonly from: LinePost;
  readonly at: number;
  readonly reason: SealedText;
}

export interface Attempt {
  readonly at: number;
  readonly unit: string;
  readonly words: SealedText;
}

export interface Settlement {
  readonly at: number;
  readonly level: DisputeLevel;
  readonly unit: string;
  readonly agreed: SealedText;
}

export interface FollowUp {
  readonly at: number;
  readonly kept: boolean;
  readonly words: SealedText;
}

export interface Promotion {
  readonly at: number;
  readonly petitionId: string;
  readonly way: ConsentWay;
  /** The day on which the person concerned said it. */
  readonly saidOn: LocalDate;
  /** Their wish in their own words. */
  readonly wish: SealedText;
}

/** A dispute before it is a petition (D-1). */
export interface Dispute {
  readonly id: string;
  readonly version: number;
  readonly status: DisputeStatus;
  readonly kind: string;
  readonly regionCode: string;
  readonly place: SealedText;
  readonly about: SealedText;
  /** Names and contacts, as one sealed list; null where nobody was named. */
  readonly parties: SealedItem | null;
  readonly partyCount: number;
  readonly recordedAt: number;
  readonly recordedBy: string;
  /** From the lowest level up; each level once. */
  readonly line: readonly LinePost[];
  /** Where it is handled now. */
  readonly holder: LinePost;
  readonly passing: Passing | null;
  readonly attempts: readonly Attempt[];
  readonly settlements: readonly Settlement[];
  readonly followUps: readonly FollowUp[];
  readonly promotion: Promotion | null;
  readonly ended: { readonly at: number; readonly how: Ending; readonly words: SealedText } | null;
  /** The one clock; stopped once nothing is awaited any more. */
  readonly clock: ClockState;
}

export const isOpenDispute = ({ status }: Pick<Dispute, 'status'>): boolean =>
  openStatuses.includes(status);

export const rankOf = (level: DisputeLevel): number => disputeLevels.indexOf(level);
