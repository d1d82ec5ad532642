import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';

/**
 * Kinds of reception: open, invited, themed, with a case, at the grass roots, on line (by
 * video or telephone).
 */
export const receptionKinds = [
  'open',
  'invited',
  'themed',
  'with-case',
  'grass-roots',
  'on-line',
] as const;
export type ReceptionKind = (typeof receptionKinds)[number];

/** Where a reception day stands. */
export const receptionStates = ['planned', 'noticed', 'running', 'closed', 'cancelled'] as const;
export type ReceptionState = (typeof receptionStates)[number];

/** How visitors and leader meet. */
export const receptionWays = ['in-person', 'video', 'telephone'] as const;
export type ReceptionWay = (typeof receptionWays)[number];

/** Half hours and the like: `09:00`, Shanghai. */
export type ClockTime = string;

/** Who receives, as it was announced: a later change of post rewrites no notice. */
export interface AnnouncedLeader {
  readonly id: string;
  /** The account, where the leader has one. */
  readonly userId: string | null;
  readonly name: string;
  readonly post: string;
  readonly unitId: string;
  /** What the leader is in charge of: codes of categories, and in words. */
  readonly topics: readonly string[];
  readonly portfolio: string;
}

/** What is planned, and announced when it is noticed. */
export interface DayPlan {
  readonly kind: ReceptionKind;
  readonly way: ReceptionWay;
  readonly on: LocalDate;
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly place: string;
  readonly regionCode: string;
  readonly leaders: readonly AnnouncedLeader[];
  /** Only for a themed day, or where the notice says more. */
  readonly theme: string;
  /** Codes of categories that the theme covers. */
  readonly topics: readonly string[];
  /** Length of a slot that can be booked on line, in minutes; null where nobody books. */
  readonly slotMinutes: number | null;
}

/** Where a notice can stand beside the portal. */
export const noticeChannels = ['tv', 'newspaper', 'site', 'new-media', 'notice-board'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

export interface ProofFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  readonly size: number;
  readonly name: SealedItem;
}

/** A channel on which the notice stood, and what proves it. */
export interface ChannelProof {
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly outlet: string;
  readonly on: LocalDate;
  /** Of the notice that was shown there. */
  readonly noticeVersion: number;
  readonly link: string | null;
  readonly file: ProofFile | null;
}

/** When somebody was to come. */
export interface Appointment {
  readonly on: LocalDate;
  readonly at: ClockTime;
}

/** A slot of an on-line reception that somebody booked; who and why lies sealed. */
export interface Booking {
  readonly id: string;
  readonly slot: ClockTime;
  readonly visitor: SealedItem;
  readonly cancelled: boolean;
  /** For when it was booked, where the day moved afterwards. */
  readonly movedFrom: Appointment | null;
}

export const inviteeAnswers = ['coming', 'not-coming'] as const;
export type InviteeAnswer = (typeof inviteeAnswers)[number];

/** Somebody who was asked to come; who and why lies sealed. */
export interface Invitee {
  readonly id: string;
  readonly visitor: SealedItem;
  readonly petitionId: string | null;
  readonly answer: InviteeAnswer | null;
  /** For when they had answered, where the day moved afterwards: they are asked again. */
  readonly movedFrom: Appointment | null;
}

/** The preparation sheet (预案) of a case that is brought along. */
export interface Preparation {
  readonly id: string;
  readonly petitionId: string | null;
  readonly sheet: SealedItem;
  readonly at: number;
}

/** Minutes (纪要) as drafted, and as issued by somebody else under a number. */
export interface Minutes {
  readonly content: SealedItem;
  readonly draftedBy: string;
  readonly draftedAt: number;
  readonly issued: IssuedMinutes | null;
}

export interface IssuedMinutes {
  readonly number: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  /** The paper as it was fixed at issue; none where it was issued before papers were kept. */
  readonly paperId: string | null;
  /** Epoch ms from which its file has a recorded hash. */
  readonly renderedAt: number | null;
}

/** A task force (专班) for a leader's own matter, with its ledger until it is closed. */
export interface TaskForce {
  readonly id: string;
  readonly leaderId: string;
  readonly petitionId: string | null;
  readonly matter: SealedText;
  readonly units: readonly string[];
  readonly members: SealedText;
  readonly formedAt: number;
  readonly ledger: readonly {
    readonly id: string;
    readonly note: SealedText;
    readonly at: number;
  }[];
  readonly closed: { readonly outcome: SealedText; readonly at: number } | null;
}

/** The notice as the portal publishes it. */
export interface Notice {
  /** Counts from one; a change of what was announced makes the next. */
  readonly version: number;
  /** Epoch ms of this version. */
  readonly publishedAt: number;
  /** The day from which the present date has been public. */
  readonly publicSince: LocalDate;
  /** What made it another than the one before; the first notice has none. */
  readonly change?: NoticeChange;
}

/** Why an announced day is another than it was: people read it. */
export interface NoticeChange {
  readonly reason: string;
  /** The hours of before, where they are others. */
  readonly movedFrom: Pick<DayPlan, 'on' | 'from' | 'to'> | null;
}

export interface ReceptionDay {
  readonly id: string;
  readonly version: number;
  /** The unit that plans it and runs it. */
  readonly unit: string;
  readonly state: ReceptionState;
  readonly plan: DayPlan;
  readonly notice: Notice | null;
  /** On which day each version of the notice came out, the first one first. */
  readonly noticeDays: readonly LocalDate[];
  /** Epoch ms. */
  readonly plannedAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly cancelled: { readonly at: number; readonly reason: string } | null;
  readonly channels: readonly ChannelProof[];
  readonly bookings: readonly Booking[];
  readonly invitees: readonly Invitee[];
  readonly preparations: readonly Preparation[];
  readonly minutes: Minutes | null;
  readonly taskForces: readonly TaskForce[];
}
