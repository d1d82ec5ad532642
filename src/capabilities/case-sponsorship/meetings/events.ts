import type { PaperEventData } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { AgreedAction, MeetingPlan, OpenPoint, Participant, Position } from './case.ts';

interface Events {
  MeetingPlanned: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly userId: string;
    readonly plan: MeetingPlan;
    readonly agenda: readonly SealedText[];
    readonly participants: readonly Participant[];
  };
  MeetingPostponed: {
    readonly userId: string;
    readonly plan: MeetingPlan;
    readonly reason: SealedText;
    readonly told: SealedText | null;
  };
  MeetingCancelled: {
    readonly userId: string;
    readonly reason: SealedText;
    readonly told: SealedText | null;
  };
  MeetingHeld: {
    readonly userId: string;
    readonly came: readonly string[];
    readonly positions: readonly Position[];
    readonly actions: readonly AgreedAction[];
    readonly openPoints: readonly OpenPoint[];
  };
  /** The minutes, sealed and numbered. */
  PaperSealed: PaperEventData<string, unknown>['PaperSealed'] & {
    readonly userId: string;
    readonly issuer: string;
  };
  PaperRendered: PaperEventData<string, unknown>['PaperRendered'];
  MinutesAnswered: { readonly agrees: boolean; readonly words: SealedText | null };
  /** A unit ended; its successor stands wherever it stood. */
  MeetingSucceeded: { readonly from: string; readonly to: string };
}

export type MeetingEventType = keyof Events;
export type MeetingEventOf<T extends MeetingEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a three-party meeting. */
export type MeetingEvent = { [T in MeetingEventType]: MeetingEventOf<T> }[MeetingEventType];

export type RecordedMeetingEvent = MeetingEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const meetingEventVersion = 1;
