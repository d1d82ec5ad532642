import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { FixedPaper } from '../terms.ts';

export const meetingStatuses = ['planned', 'held', 'minuted', 'cancelled'] as const;
/** Has a day; was held; its minutes are out; does not take place. */
export type MeetingStatus = (typeof meetingStatuses)[number];

/** Who sits at the table (三头对面, S-4). */
export const sides = ['petitioner', 'leader', 'unit', 'enterprise', 'expert'] as const;
export type Side = (typeof sides)[number];

/** Somebody who is asked to come. */
export interface Participant {
  readonly id: string;
  readonly side: Side;
  /** Sealed: `{ name, post }`; post is the function, firm or field. */
  readonly who: SealedItem;
  /** The unit, where it is one of the record's. */
  readonly unit: string | null;
  readonly userId: string | null;
}

/** When and where. */
export interface MeetingPlan {
  readonly on: LocalDate;
  /** `HH:MM` */
  readonly time: string;
  readonly place: SealedText;
}

/** What one side said. */
export interface Position {
  readonly side: Side;
  readonly words: SealedText;
}

/** What was agreed; each is a commitment of its own (C-1). */
export interface AgreedAction {
  readonly id: string;
  /** Sealed with `responsible`, the name of who answers for it. */
  readonly text: SealedText;
  readonly unit: string;
  readonly dueDate: LocalDate;
  readonly commitmentId: string;
}

/** What was not agreed, and why. */
export interface OpenPoint {
  readonly matter: SealedText;
  readonly reason: SealedText;
}

interface Noted {
  readonly at: number;
  readonly userId: string;
  readonly reason: SealedText;
  /** How those without an account here were told; null where there are none. */
  readonly told: SealedText | null;
}

/** A three-party meeting beside a petition. */
export interface Meeting {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: MeetingStatus;
  readonly office: string;
  /** The unit that convenes it. */
  readonly unit: string;
  readonly plannedAt: number;
  readonly plannedBy: string;
  readonly plan: MeetingPlan;
  readonly agenda: readonly SealedText[];
  readonly participants: readonly Participant[];
  readonly postponed: readonly (Noted & { readonly from: LocalDate; readonly to: LocalDate })[];
  readonly cancelled: Noted | null;
  readonly held: {
    readonly at: number;
    readonly userId: string;
    readonly came: readonly string[];
    readonly positions: readonly Position[];
    readonly actions: readonly AgreedAction[];
    readonly openPoints: readonly OpenPoint[];
  } | null;
  readonly minutes: FixedPaper | null;
  /** What the petitioner says to the minutes; the last word counts, all stay. */
  readonly answers: readonly {
    readonly at: number;
    readonly agrees: boolean;
    readonly words: SealedText | null;
  }[];
  readonly papers: readonly FlowPaper[];
}

/** Who has no account in the house and is told by telephone. */
export const isOutside = ({ side }: Pick<Participant, 'side'>): boolean =>
  side === 'enterprise' || side === 'expert';
