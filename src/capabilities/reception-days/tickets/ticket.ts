import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { Sitting, TicketNumber, TicketStage, TicketWay } from './terms.ts';

/** What a conversation came to: a petition of its own, or one that was open already. */
export interface Matter {
  readonly petitionId: string;
  readonly how: 'registered' | 'joined';
}

/** A ticket as its record says: one batch of people who wait, are called and are heard. */
export interface Ticket {
  readonly id: string;
  readonly version: number;
  readonly sitting: Sitting;
  readonly number: TicketNumber;
  /** The first day of its number, printed beside it. */
  readonly numberedOn: LocalDate;
  /** The petition office that runs the hall where it was taken; null on old tickets. */
  readonly office: string | null;
  readonly way: TicketWay;
  /** Epoch ms: when it was taken, also where the network was down then. */
  readonly takenAt: number;
  readonly persons: number;
  /** Names, telephone and words of theirs; null where nobody gave any. */
  readonly holder: SealedItem | null;
  readonly hasTelephone: boolean;
  /** First level of a category, as the holder sees the matter. */
  readonly topic: string | null;
  /** The unit that it is about. */
  readonly unit: string | null;
  readonly stage: TicketStage;
  /** Null: has a number but is not in the hall yet. */
  readonly arrivedAt: number | null;
  /** By hand, with the reason; null leaves it to the dispatch. */
  readonly sentTo: { readonly groupId: string; readonly reason: SealedText } | null;
  readonly groupId: string | null;
  /** Epoch ms of each call in the hall since it last waited for a new morning. */
  readonly calls: readonly number[];
  readonly telephonedAt: number | null;
  readonly talkBeganAt: number | null;
  readonly talkEndedAt: number | null;
  readonly matters: readonly Matter[];
  /** Promises that a leader's instruction made of them. */
  readonly instructed: readonly { readonly petitionId: string; readonly commitmentId: string }[];
  /** Whether the conversation settled it there and then (当场办结). */
  readonly settledAtOnce: boolean;
  /** Mornings it was carried to. */
  readonly carried: number;
}
