import type { ClockState } from '../../../kernel/case-clocks.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PeriodId } from '../../../kernel/periods.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { FindingKind } from '../inspections/inspection.ts';

/** The five must-checks (五必查), which the system finds by itself (U-2). */
export const mustChecks = [
  'not-in-time',
  'came-back',
  'not-satisfied',
  'not-carried-out',
  'behind-peers',
] as const;
export type MustCheck = (typeof mustChecks)[number];

/** `order`: a person orders it, on the grounds of Reg. art. 40(1). */
export const checks = [...mustChecks, 'order'] as const;
export type Check = (typeof checks)[number];

/** Reg. art. 40(1). */
export const grounds = [
  'against-rules',
  'shirking',
  'perfunctory',
  'delay',
  'falsification',
  'opinion-refused',
] as const;
export type Ground = (typeof grounds)[number];

/** The unit owes an answer; somebody outside it has to look at the answer; a person closed it. */
export const itemStatuses = ['open', 'answered', 'closed'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** Steps of one unit, or of a group of units, whose day came in a window. */
export interface StepCount {
  readonly due: number;
  readonly kept: number;
}

/** All figures of the comparison with the peers, so that anybody can reckon it again. */
export interface PeerFigures {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly unitKind: string;
  readonly level: string;
  readonly own: StepCount;
  /** How many peers had steps in the window. */
  readonly peers: number;
  readonly pooled: StepCount;
  /** Shares from 0 to 1. */
  readonly ownRate: number;
  readonly upperBound: number;
  readonly pooledRate: number;
  readonly parameters: PeerParameters;
}

/** What the comparison is made by; configuration with a source. */
export interface PeerParameters {
  readonly windowDays: number;
  readonly minimumSteps: number;
  readonly minimumPeers: number;
  /** Normal quantile of the bound. */
  readonly z: number;
  /** How far below the peers the bound must lie, as a share. */
  readonly margin: number;
  readonly source: { readonly zh: string; readonly en: string };
  readonly certainty: 'seen' | 'secondary' | 'practice';
}

/** A finding of an inspection, which the item is about. */
export interface FindingReference {
  readonly inspectionId: string;
  readonly findingId: string;
  readonly found: FindingKind;
  /** By when it had to be corrected; null where nothing was demanded. */
  readonly correctBy: LocalDate | null;
}

/** What a hit rests on: codes, days and numbers; nothing of a petitioner's. */
export type Evidence =
  | {
      readonly kind: 'clock';
      readonly period: PeriodId;
      readonly clock: string;
      readonly startedAt: number;
      readonly dueDate: LocalDate;
      readonly dueAt: number;
    }
  | { readonly kind: 'relapse'; readonly at: number }
  | { readonly kind: 'repeat'; readonly by: string; readonly at: number }
  | { readonly kind: 'rating'; readonly level: string; readonly at: number }
  | { readonly kind: 'follow-up'; readonly at: number }
  | { readonly kind: 'promise'; readonly commitmentId: string; readonly dueDate: LocalDate }
  | { readonly kind: 'denied'; readonly commitmentId: string; readonly at: number }
  | { readonly kind: 'unsolved'; readonly demandId: string; readonly at: number }
  | ({ readonly kind: 'peers' } & PeerFigures)
  | { readonly kind: 'ground'; readonly ground: Ground; readonly words: SealedText }
  | ({ readonly kind: 'finding'; readonly words: SealedText } & FindingReference);

/** One hit; its key tells it from every other of the item, so that nothing counts twice. */
export interface Hit {
  readonly key: string;
  readonly evidence: Evidence;
}

/** By which an item knows the finding that it was opened for. */
export const findingKeyOf = (findingId: string): string => `finding:${findingId}`;

/** Why what was found is no more; it is noted, and closes nothing. */
export const endCauses = [
  'done-late',
  'date-moved',
  'changed-mind',
  'taken-back',
  'caught-up',
] as const;
export type EndCause = (typeof endCauses)[number];

export interface Occurrence extends Hit {
  /** From 1, in the order in which they were found. */
  readonly number: number;
  readonly foundAt: number;
  readonly ended: { readonly cause: EndCause; readonly at: number } | null;
}

/** What somebody wrote, and when. */
export interface Written {
  readonly at: number;
  readonly userId: string;
  readonly words: SealedText;
}

/** One supervision item (督办件): a petition or a unit, found or ordered, answered and verified. */
export interface SupervisionItem {
  readonly id: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly check: Check;
  /** Null where it is about the unit as a whole. */
  readonly petitionId: string | null;
  /** Who has to answer. */
  readonly unit: string;
  /** The petition office that supervises. */
  readonly office: string;
  /** Of the unit; the petition has its own. */
  readonly regionCode: string;
  readonly status: ItemStatus;
  readonly openedAt: number;
  /** When it was opened, or opened again, the last time. */
  readonly raisedAt: number;
  readonly raised: readonly number[];
  /** User id of whoever ordered it; null where the system found it. */
  readonly orderedBy: string | null;
  /** Until when the unit answers. */
  readonly clock: ClockState;
  readonly formerDates: readonly {
    readonly dueDate: LocalDate;
    readonly answeredAt: number | null;
  }[];
  readonly occurrences: readonly Occurrence[];
  readonly answers: readonly Written[];
  readonly returned: readonly (Written & { readonly dueDate: LocalDate })[];
  readonly closings: readonly Written[];
}

export const dueDateOf = ({ clock }: SupervisionItem): LocalDate => {
  if (clock.givenDue === null) throw new Error(`item clock ${clock.key} without a day`);
  return clock.givenDue;
};
