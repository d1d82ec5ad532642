import type { LocalDate } from '../../kernel/local-date.ts';
import type { PaperEventData } from '../../kernel/paper-flow.ts';
import type { LeaderFacts, LeaderNorm } from './leader.ts';
import type { ReceptionSettings } from './settings.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { Appointment, ChannelProof, DayPlan, InviteeAnswer } from './reception-day.ts';

/** A paper as it went out: the document itself lies sealed, its hash stands here (G-1). */
export interface IssuedPaper {
  readonly paperId: string;
  readonly verifyCode: string;
  readonly document: SealedItem;
}

interface DayEvents {
  ReceptionDayPlanned: { readonly unit: string; readonly plan: DayPlan };
  /** `reason` is empty while nothing was announced. */
  ReceptionDayChanged: { readonly plan: DayPlan; readonly reason: string };
  ReceptionNoticePublished: { readonly version: number; readonly publicSince: LocalDate };
  NoticeChannelRecorded: ChannelProof;
  ReceptionSlotBooked: { readonly id: string; readonly slot: string; readonly visitor: SealedItem };
  ReceptionBookingCancelled: { readonly id: string };
  /** The day moved: what was booked stands at another time. */
  ReceptionBookingMoved: {
    readonly id: string;
    readonly slot: string;
    readonly from: Appointment;
  };
  VisitorInvited: {
    readonly id: string;
    readonly visitor: SealedItem;
    readonly petitionId: string | null;
  };
  InvitationAnswered: { readonly id: string; readonly answer: InviteeAnswer };
  /** The day moved: who had answered is asked again. */
  InvitationReopened: { readonly id: string; readonly from: Appointment };
  PreparationWritten: {
    readonly id: string;
    readonly petitionId: string | null;
    readonly sheet: SealedItem;
  };
  MinutesDrafted: { readonly content: SealedItem };
  /** `paper`: what was issued, fixed for good; events from before minutes were papers have none. */
  MinutesIssued: { readonly number: string; readonly paper?: IssuedPaper };
  /** Named as in every record that has papers, so that one job renders them all. */
  PaperRendered: PaperEventData<string, unknown>['PaperRendered'];
  TaskForceFormed: {
    readonly id: string;
    readonly leaderId: string;
    readonly petitionId: string | null;
    readonly matter: SealedText;
    readonly units: readonly string[];
    readonly members: SealedText;
  };
  TaskForceNoted: { readonly id: string; readonly entryId: string; readonly note: SealedText };
  TaskForceClosed: { readonly id: string; readonly outcome: SealedText };
  ReceptionDayOpened: Record<never, never>;
  ReceptionDayClosed: Record<never, never>;
  /** `carriedTo`: the day that took over its tickets; left out where there were none. */
  ReceptionDayCancelled: { readonly reason: string; readonly carriedTo?: string | null };
}

export type DayEventType = keyof DayEvents;
export type DayEventOf<T extends DayEventType> = { readonly type: T; readonly data: DayEvents[T] };

/** What happened to a reception day. Other capabilities may read these. */
export type DayEvent = { [T in DayEventType]: DayEventOf<T> }[DayEventType];

/** An event as it stands in the record. */
export type Recorded<E> = E & {
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
};

/** The version that new events are written with. */
export const receptionEventVersion = 1;

/** Leaders who receive: listed, changed; who leaves office gets a last day, and no entry disappears. */
export type LeaderEvent =
  | {
      readonly type: 'ReceivingLeaderListed';
      readonly data: LeaderFacts & { readonly keptBy: string; readonly norm?: LeaderNorm | null };
    }
  | {
      readonly type: 'ReceivingLeaderChanged';
      readonly data: LeaderFacts & { readonly norm?: LeaderNorm | null };
    };

/** How a unit plans: the whole sheet each time. */
export interface SettingsEvent {
  readonly type: 'ReceptionSettingsChanged';
  readonly data: { readonly unit: string; readonly settings: ReceptionSettings };
}

/** Kind of the stream of one unit's settings. */
export const settingsStreamKind = 'reception-settings';
/** Kind of the stream of one leader. */
export const leaderStreamKind = 'receiving-leader';
/** Kind of the stream of one day. */
export const dayStreamKind = 'reception-day';
