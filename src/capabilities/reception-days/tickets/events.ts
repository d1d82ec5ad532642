import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { Reason } from './dispatch.ts';
import type { CarryCause, Sitting, TicketNumber, TicketWay } from './terms.ts';
import type { Matter } from './ticket.ts';

interface TicketEvents {
  TicketTaken: {
    readonly sitting: Sitting;
    readonly number: TicketNumber;
    readonly numberedOn: LocalDate;
    readonly way: TicketWay;
    readonly takenAt: number;
    readonly persons: number;
    readonly holder: SealedItem | null;
    readonly hasTelephone: boolean;
    readonly topic: string | null;
    readonly unit: string | null;
    readonly arrived: boolean;
    /** The petition office that runs the hall; the first releases did not write it down. */
    readonly office?: string;
  };
  TicketArrived: Record<never, never>;
  TicketDescribed: {
    readonly persons: number;
    readonly topic: string | null;
    readonly unit: string | null;
  };
  /** A dispatcher decided otherwise than the rule; null hands it back to the rule. */
  TicketSent: { readonly groupId: string | null; readonly reason: SealedText };
  TicketCalled: {
    readonly groupId: string;
    /** Why this group, as the screen showed it. */
    readonly reasons: readonly Reason[];
  };
  TicketCalledAgain: Record<never, never>;
  HolderTelephoned: Record<never, never>;
  /** The group lets it wait on in its place. */
  TicketPutBack: Record<never, never>;
  TalkBegun: Record<never, never>;
  MatterNoted: Matter;
  /** What a leader instructed about a matter became a promise with unit and date. */
  MatterInstructed: { readonly petitionId: string; readonly commitmentId: string };
  /** `settledAtOnce`: left out by the first releases, which did not ask. */
  TalkEnded: { readonly settledAtOnce?: boolean };
  TicketCarriedOver: { readonly to: Sitting; readonly cause: CarryCause };
  /** By whoever holds the ticket, with its code; nobody else can. */
  TicketCancelled: Record<never, never>;
}

export type TicketEvent = {
  [T in keyof TicketEvents]: { readonly type: T; readonly data: TicketEvents[T] };
}[keyof TicketEvents];

export type TicketEventOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

/** An event as it stands in the record. */
export type RecordedTicketEvent = TicketEvent & { readonly seq: number; readonly at: number };

/** The version that new events are written with. */
export const ticketEventVersion = 1;
