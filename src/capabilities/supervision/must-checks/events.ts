import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { Check, Hit } from './case.ts';
import type { EndedHit, ItemPlace } from './command.ts';

interface Events {
  ItemOpened: ItemPlace & {
    readonly check: Check;
    readonly hits: readonly Hit[];
    readonly dueDate: LocalDate;
    readonly orderedBy: string | null;
  };
  /** Found again: added while it is open; after an answer or the closing it is open again. */
  ItemRecurred: {
    readonly hits: readonly Hit[];
    readonly reopens: boolean;
    readonly dueDate: LocalDate;
  };
  CausesEnded: { readonly ended: readonly EndedHit[] };
  ItemAnswered: { readonly userId: string; readonly words: SealedText };
  AnswerReturned: {
    readonly userId: string;
    readonly words: SealedText;
    readonly dueDate: LocalDate;
  };
  ItemClosed: { readonly userId: string; readonly words: SealedText };
  /** A unit ended; its successor stands wherever it stood. */
  ItemSucceeded: { readonly from: string; readonly to: string };
}

export type ItemEventType = keyof Events;
export type ItemEventOf<T extends ItemEventType> = { readonly type: T; readonly data: Events[T] };

/** What happened to a supervision item. Other capabilities may read these. */
export type ItemEvent = { [T in ItemEventType]: ItemEventOf<T> }[ItemEventType];

export type RecordedItemEvent = ItemEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const itemEventVersion = 1;
/** Kind of the streams. */
export const itemKind = 'supervision-item';
