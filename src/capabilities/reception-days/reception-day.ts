import type { LocalDate } from '../../kernel/local-date.ts';

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
}

/** The notice as the portal publishes it. */
export interface Notice {
  /** Counts from one; a change of what was announced makes the next. */
  readonly version: number;
  /** Epoch ms of this version. */
  readonly publishedAt: number;
  /** The day from which the present date has been public. */
  readonly publicSince: LocalDate;
}

export interface ReceptionDay {
  readonly id: string;
  readonly version: number;
  /** The unit that plans it and runs it. */
  readonly unit: string;
  readonly state: ReceptionState;
  readonly plan: DayPlan;
  readonly notice: Notice | null;
  /** Epoch ms. */
  readonly plannedAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly cancelled: { readonly at: number; readonly reason: string } | null;
}
