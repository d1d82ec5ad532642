import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem } from '../../../kernel/sealed.ts';

export const promiseStatuses = ['open', 'reported', 'fulfilled', 'withdrawn'] as const;
/** As its commitment stands: to be kept; the unit says that it is kept; verified; taken back. */
export type PromiseStatus = (typeof promiseStatuses)[number];

/**
 * What is promised to many households (S-4), and how many of them are at which step. The promise to
 * the public, with its words, day, evidence and verification, is its commitment (C-1); who the
 * households are lies beside it, never here.
 */
export interface PublicPromise {
  readonly id: string;
  readonly version: number;
  /** In the address of its page. */
  readonly number: number;
  readonly petitionId: string | null;
  /** The three-party meeting at which it was agreed. */
  readonly meetingId: string | null;
  readonly commitmentId: string;
  /** In whose name it was made. */
  readonly byUnit: string;
  /** Who keeps it. */
  readonly unit: string;
  /** User id of the leader who answers for it; null for one without an account. */
  readonly leader: string | null;
  readonly madeAt: number;
  readonly dueDate: LocalDate;
  readonly status: PromiseStatus;
  /** Its petition became an accusation: nobody sees it any more (L-5). */
  readonly withheld: boolean;
  /** Sealed: title, text, name of the leader and the steps with what they ask for (`PromiseWords`). */
  readonly words: SealedItem;
  /** How many households are at each step; the last one is done. */
  readonly counts: readonly number[];
  /** When households were last brought up to date; null before the first came. */
  readonly changedAt: number | null;
  /** How often sheets of slips were made, and when last. */
  readonly slips: { readonly times: number; readonly at: number } | null;
}

/** A step on a household's way; `need` says in plain words what is asked of the household. */
export interface HouseholdStep {
  readonly name: string;
  readonly need: string;
}

/** What lies sealed of a promise; all of it may be read by everybody, and names no household. */
export interface PromiseWords {
  readonly title: string;
  readonly text: string;
  readonly leader: string;
  readonly steps: readonly HouseholdStep[];
}

/** Where one household stands. */
export interface Household {
  /** A keyed hash of promise and reference. */
  readonly id: string;
  /** 1 for the first that came. */
  readonly place: number;
  readonly step: number;
  readonly movedAt: number;
  /** The sealed item with its `HouseholdDetails`. */
  readonly details: string;
  readonly codeVersion: number;
}

/** What lies sealed of a household. */
export interface HouseholdDetails {
  readonly reference: string;
  readonly name: string;
  readonly mobile: string;
  /** For the household itself to read. */
  readonly note: string;
}

/** One household that is new (`from` is null) or moves; without details they stay as they were. */
export interface HouseholdChange {
  readonly id: string;
  readonly from: number | null;
  readonly to: number;
  readonly details: SealedItem | null;
}

export const totalOf = ({ counts }: Pick<PublicPromise, 'counts'>): number =>
  counts.reduce((sum, count) => sum + count, 0);

export const doneOf = ({ counts }: Pick<PublicPromise, 'counts'>): number => counts.at(-1) ?? 0;

/**
 * Whether the day has passed with households left. What the unit reports does not change that: each
 * household can see for itself.
 * @param today YYYY-MM-DD
 */
export const isLate = (
  promise: Pick<PublicPromise, 'counts' | 'dueDate' | 'status'>,
  today: LocalDate,
): boolean =>
  promise.status !== 'withdrawn' &&
  promise.dueDate < today &&
  (promise.status === 'open' || doneOf(promise) < totalOf(promise));
