import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';

/** 联席会议 of the place, or 会商 about single cases. */
export const meetingKinds = ['joint-meeting', 'case-conference'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Where a meeting stands; `minuted`: its minutes are signed and issued. */
export const meetingStates = [
  'planned',
  'called',
  'open',
  'closed',
  'minuted',
  'cancelled',
] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What a meeting is asked: competence (Reg. 24), measures, or a question of policy. */
export const meetingQuestions = ['competence', 'measures', 'policy'] as const;
export type MeetingQuestion = (typeof meetingQuestions)[number];

/** A unit at the table, and who comes for it. */
export interface Place {
  readonly unit: string;
  readonly userId: string;
}

export interface Member extends Place {
  /** Null before the meeting. */
  readonly came: boolean | null;
  /** Epoch ms: when this member had read the minutes. */
  readonly readAt: number | null;
}

export interface MeetingPlan {
  readonly kind: MeetingKind;
  readonly on: LocalDate;
  /** `09:00`, Shanghai. */
  readonly time: string;
  readonly place: string;
  readonly chair: Place;
  readonly members: readonly Place[];
}

export interface Dissent {
  readonly unit: string;
  readonly text: SealedText;
}

/** What the meeting came to on one item. */
export interface ItemDecision {
  readonly outcome: 'decided' | 'put-off';
  readonly text: SealedText;
  /** Main handler; null where competence was not the question. */
  readonly main: string | null;
  readonly coHandlers: readonly { readonly unit: string; readonly dueDate: LocalDate }[];
  /** Promises that follow, each with the part by which it is made once. */
  readonly commitments: readonly {
    readonly part: string;
    readonly unit: string;
    readonly dueDate: LocalDate;
  }[];
  readonly dissent: readonly Dissent[];
  readonly at: number;
}

export interface AgendaItem {
  readonly id: string;
  /** Null for a question that hangs on no single petition. */
  readonly petitionId: string | null;
  readonly question: MeetingQuestion;
  readonly text: SealedText;
  /** What members read beforehand. */
  readonly background: SealedText | null;
  readonly addedAt: number;
  readonly decision: ItemDecision | null;
}

export interface Minutes {
  readonly summary: SealedItem;
  readonly draftedBy: string;
  readonly draftedAt: number;
  /** By the chair; nothing in them is changed afterwards. */
  readonly signed: { readonly by: string; readonly at: number } | null;
  /** Under number and seal by the office that prepared the meeting. */
  readonly issued: {
    readonly paperId: string;
    readonly number: string;
    readonly at: number;
    readonly renderedAt: number | null;
  } | null;
}

export interface Meeting {
  readonly id: string;
  readonly version: number;
  /** The office that prepares it: a joint-meeting office or a petition office. */
  readonly unit: string;
  readonly state: MeetingState;
  readonly plan: Omit<MeetingPlan, 'members'>;
  readonly members: readonly Member[];
  readonly agenda: readonly AgendaItem[];
  readonly plannedAt: number;
  readonly calledAt: number | null;
  readonly openedAt: number | null;
  readonly moves: readonly {
    readonly from: LocalDate;
    readonly reason: SealedText;
    readonly at: number;
  }[];
  readonly cancelled: { readonly reason: SealedText; readonly at: number } | null;
  readonly minutes: Minutes | null;
}

/** The units that may look at a meeting: who prepares, chairs and takes part. */
export const readersOf = ({
  unit,
  plan,
  members,
}: Pick<Meeting, 'unit' | 'plan' | 'members'>): readonly string[] => [
  ...new Set([unit, plan.chair.unit, ...members.map((member) => member.unit)]),
];
