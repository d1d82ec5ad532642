import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { AgendaItem, ItemDecision, MeetingPlan } from './meeting.ts';

export const meetingStreamKind = 'joint-meeting';
/** The version that new events are written with; older ones pass through `upcast`. */
export const meetingEventVersion = 1;

interface Events {
  JointMeetingPlanned: { readonly unit: string; readonly plan: MeetingPlan };
  JointMeetingChanged: { readonly plan: MeetingPlan };
  JointMeetingItemAdded: Omit<AgendaItem, 'addedAt' | 'decision'>;
  JointMeetingItemRemoved: { readonly itemId: string };
  JointMeetingAgendaOrdered: { readonly order: readonly string[] };
  JointMeetingCalled: Record<never, never>;
  JointMeetingMoved: {
    readonly on: LocalDate;
    readonly time: string;
    readonly place: string;
    readonly reason: SealedText;
  };
  JointMeetingCancelled: { readonly reason: SealedText };
  /** Who came, by user id. */
  JointMeetingOpened: { readonly came: readonly string[] };
  JointMeetingItemDecided: { readonly itemId: string } & Omit<ItemDecision, 'at'>;
  JointMeetingClosed: Record<never, never>;
  JointMeetingMinutesDrafted: { readonly summary: SealedItem };
  JointMeetingMinutesSigned: Record<never, never>;
  JointMeetingMinutesIssued: {
    readonly paperId: string;
    readonly number: string;
    readonly verifyCode: string;
    readonly document: SealedItem;
  };
  PaperRendered: { readonly paperId: string; readonly pdfHash: string; readonly docxHash: string };
  JointMeetingMinutesRead: { readonly userId: string };
  JointMeetingSucceeded: { readonly from: string; readonly to: string };
}

export type MeetingEventType = keyof Events;

export type MeetingEventOf<T extends MeetingEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a joint meeting. Other capabilities may read these. */
export type MeetingEvent = { [T in MeetingEventType]: MeetingEventOf<T> }[MeetingEventType];

/** An event as it stands in the record. */
export type RecordedMeetingEvent = MeetingEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
};
