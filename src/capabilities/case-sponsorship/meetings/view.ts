import type { MeetingStatus, Side } from './case.ts';
import type { MeetingStep } from './contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A meeting as lists show it. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface MeetingLine {
  readonly id: string;
  readonly status: MeetingStatus;
  readonly on: string;
  readonly time: string;
  readonly unit: Named;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  /** How often it was put off. */
  readonly postponed: number;
  readonly actions: number;
}

export interface MeetingPage {
  readonly items: readonly MeetingLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}

export interface ParticipantView {
  readonly id: string;
  readonly side: Side;
  readonly name: string;
  readonly post: string;
  readonly unit: string | null;
  readonly came: boolean | null;
}

export interface ActionView {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
  readonly responsible: string;
  readonly dueDate: string;
  readonly commitmentId: string;
}

export interface NotedView {
  readonly at: number;
  readonly reason: string;
  readonly told: string;
}

/** What the petitioner and staff both read of a meeting. */
export interface MeetingFacts {
  readonly id: string;
  readonly status: MeetingStatus;
  readonly on: string;
  readonly time: string;
  readonly place: string;
  readonly agenda: readonly string[];
  readonly participants: readonly ParticipantView[];
  readonly postponed: readonly (NotedView & { readonly from: string; readonly to: string })[];
  readonly cancelled: NotedView | null;
  readonly positions: readonly { readonly side: Side; readonly words: string }[];
  readonly actions: readonly ActionView[];
  readonly openPoints: readonly { readonly matter: string; readonly reason: string }[];
  readonly minutes: { readonly at: number; readonly number: string } | null;
  readonly answers: readonly {
    readonly at: number;
    readonly agrees: boolean;
    readonly words: string;
  }[];
}

/** One meeting for staff. */
export interface MeetingView extends MeetingFacts {
  readonly version: number;
  readonly unit: Named;
  readonly office: Named;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly steps: readonly MeetingStep[];
}

/** The meetings of one petition, and whether the reader may convene one. */
export interface MeetingsOfPetition {
  readonly items: readonly MeetingLine[];
  readonly mayPlan: boolean;
}
