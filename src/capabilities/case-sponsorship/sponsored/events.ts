import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { EndingResult, Leader, MeasureKind } from './case.ts';
import type { TaskEvents } from './task.ts';

interface Words {
  readonly userId: string;
  readonly words: SealedText;
}

interface Events {
  /** `proposal` is null where the leader took it of the own accord. */
  SponsorshipBegan: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    /** Of the problem, as the petition has it. */
    readonly regionCode: string;
    /** People concerned, as the petition has it. */
    readonly persons: number;
    readonly leader: Leader;
    readonly proposal: Words | null;
  };
  ChargeAccepted: { readonly userId: string };
  ChargeDeclined: Words;
  /** `proposed`: the office names a leader again, who has yet to answer. */
  SponsorshipTakenUpAgain: Words & {
    readonly leader: Leader;
    readonly unit: string;
    readonly proposed: boolean;
  };
  PlanWritten: {
    readonly userId: string;
    readonly matterKnot: SealedText;
    readonly mindKnot: SealedText;
    readonly measures: readonly { readonly kind: MeasureKind; readonly words: SealedText }[];
  };
  MilestoneAdded: {
    readonly userId: string;
    readonly id: string;
    readonly what: SealedText;
    readonly responsible: SealedText;
    readonly date: LocalDate;
    readonly told: SealedText | null;
  };
  MilestoneMoved: {
    readonly userId: string;
    readonly milestone: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly reason: SealedText;
  };
  MilestoneReported: Words & {
    readonly milestone: string;
    readonly outcome: 'done' | 'missed';
    readonly doneOn: LocalDate | null;
  };
  NoteAdded: Words;
  HandOverAsked: { readonly userId: string; readonly to: Leader; readonly reason: SealedText };
  LeaderChanged: { readonly from: Leader; readonly to: Leader; readonly reason: SealedText | null };
  HandOverRefused: Words;
  HandOverWithdrawn: { readonly userId: string };
  EndingProposed: Words & { readonly result: EndingResult };
  EndingReturned: Words;
  SponsorshipEnded: Words & { readonly result: EndingResult };
  /** A unit ended; its successor stands wherever it stood. */
  SponsorshipSucceeded: { readonly from: string; readonly to: string };
  LeaderLeft: { readonly userId: string };
}

export type SponsoredEventType = keyof Events;
export type SponsoredEventOf<T extends SponsoredEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a case under a leader. Other capabilities may read these. */
export type SponsoredEvent = { [T in SponsoredEventType]: SponsoredEventOf<T> }[SponsoredEventType];

export type RecordedSponsoredEvent = SponsoredEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

export type TaskEventType = keyof TaskEvents;

/** What happened to the task of one of the seven. */
export type TaskEvent = {
  [T in TaskEventType]: { readonly type: T; readonly data: TaskEvents[T] };
}[TaskEventType];

export type RecordedTaskEvent = TaskEvent & { readonly seq: number; readonly at: number };

/** The version that new events of both are written with. */
export const sponsoredEventVersion = 1;
