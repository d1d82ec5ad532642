import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { ClockState } from '../../kernel/case-clocks.ts';

/** Where a promise was made (C-1); others may add theirs. */
export const commitmentSources = [
  'opinion',
  'instruction',
  'reception-day',
  'three-party-meeting',
  'joint-meeting',
  'case-sponsorship',
  'home-visit',
  'supervision',
  'policy-repair',
  'public-promise',
] as const;
export type CommitmentSource = (typeof commitmentSources)[number];

/**
 * Where a promise stands. Overdue is no status: it follows from the date, and a promise can be
 * overdue while its report is being looked at.
 */
export const commitmentStatuses = ['open', 'reported', 'fulfilled', 'withdrawn'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** To whom it was promised: the petitioner, everybody, or who gave the instruction. */
export const promisees = ['petitioner', 'public', 'office'] as const;
export type Promisee = (typeof promisees)[number];

/** Who said that it is fulfilled, or that it is not. */
export const judges = ['petitioner', 'verifier'] as const;
export type Judge = (typeof judges)[number];

/** What can happen to a promise, by the names of its events. */
export const commitmentDeeds = [
  'CommitmentMade',
  'CommitmentReported',
  'CommitmentFulfilled',
  'CommitmentSentBack',
  'CommitmentDateChanged',
  'CommitmentWithdrawn',
  'CommitmentSucceeded',
] as const;
export type CommitmentDeed = (typeof commitmentDeeds)[number];

/** Why a promise fell away without anybody's decision. */
export const withdrawalCauses = ['new-round'] as const;
export type WithdrawalCause = (typeof withdrawalCauses)[number];

/** A file that shows the fulfilment, as petitions keep theirs. */
export interface EvidenceFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** The leader who answers for it: a person of the program, or a name alone. */
export interface Responsible {
  readonly userId: string | null;
  /** `{ text }`. */
  readonly name: SealedItem;
}

export interface Report {
  readonly at: number;
  readonly doneOn: LocalDate;
  readonly evidence: SealedText;
  readonly files: readonly EvidenceFile[];
  /** Why the petitioner's own word cannot be had; null where it is awaited. */
  readonly withoutConfirmation: SealedText | null;
}

/** A date that was promised before, and why it is another one now. */
export interface FormerDate {
  readonly dueDate: LocalDate;
  readonly changedAt: number;
  readonly reason: SealedText;
}

export interface Judgement {
  readonly judge: Judge;
  readonly at: number;
  readonly words: SealedText | null;
}

export interface Commitment {
  readonly id: string;
  readonly version: number;
  /** Null where it hangs on no petition: a policy repair, a promise to everybody. */
  readonly petitionId: string | null;
  readonly source: { readonly kind: CommitmentSource; readonly id: string };
  readonly status: CommitmentStatus;
  readonly text: SealedText;
  /** What the portal shows to everybody; null where it is shown to nobody there. */
  readonly publicText: SealedText | null;
  readonly promisedTo: Promisee;
  readonly responsible: Responsible;
  /** The unit that has to fulfil it. */
  readonly unit: string;
  /** The unit in whose name it was promised or instructed. */
  readonly byUnit: string;
  /** Where the unit that promised to keep it lies; null in records from before it was written down. */
  readonly regionCode: string | null;
  readonly madeAt: number;
  /** User id of whoever made it; null where it was the program. */
  readonly madeBy: string | null;
  readonly dueDate: LocalDate;
  readonly formerDates: readonly FormerDate[];
  readonly reports: readonly Report[];
  /** Every time that somebody said no. */
  readonly sentBack: readonly Judgement[];
  readonly fulfilled: Judgement | null;
  readonly withdrawn: {
    readonly at: number;
    readonly reason: SealedText | null;
    readonly cause: WithdrawalCause | null;
  } | null;
  readonly clock: ClockState;
}

export const isOpen = ({ status }: Pick<Commitment, 'status'>): boolean =>
  status === 'open' || status === 'reported';

/** The report that is being looked at, or that was good enough. */
export const lastReport = ({ reports }: Pick<Commitment, 'reports'>): Report | null =>
  reports.at(-1) ?? null;
