import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperEventData } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { Aid, Explanation, PathStep, Way, WayFile } from './case.ts';

interface Events {
  WayChosen: {
    readonly petitionId: string;
    readonly userId: string;
    readonly way: Way;
    readonly demandId: string | null;
    readonly office: string;
    readonly unit: string;
    readonly reason: SealedText;
    readonly steps: readonly Omit<PathStep, 'done'>[];
    /** The amount stands here as a number without a name: sums are counted from it (T-1). */
    readonly aid: Pick<Aid, 'kind' | 'basis' | 'circumstances' | 'amount' | 'chain'> | null;
  };
  PathStepDone: {
    readonly userId: string;
    readonly stepId: string;
    readonly on: LocalDate;
    readonly note: SealedText | null;
  };
  LawExplained: Omit<Explanation, 'at'>;
  WayFinished: { readonly userId: string; readonly words: SealedText };
  /** Another way is taken; this one is left, with the reason. */
  WayChanged: { readonly userId: string; readonly reason: SealedText };
  AidApproved: {
    readonly userId: string;
    readonly stepId: string;
    readonly words: SealedText;
    readonly last: boolean;
  };
  AidRefused: { readonly userId: string; readonly stepId: string; readonly words: SealedText };
  AidPaid: {
    readonly userId: string;
    readonly on: LocalDate;
    readonly proof: SealedText;
    readonly files: readonly WayFile[];
  };
  /** The approval sheet, sealed and numbered. */
  PaperSealed: PaperEventData<string, unknown>['PaperSealed'] & {
    readonly userId: string;
    readonly issuer: string;
  };
  PaperRendered: PaperEventData<string, unknown>['PaperRendered'];
  /** A unit ended; its successor stands wherever it stood. */
  WaySucceeded: { readonly from: string; readonly to: string };
}

export type WayEventType = keyof Events;
export type WayEventOf<T extends WayEventType> = { readonly type: T; readonly data: Events[T] };

/** What happened on a way out of a case. */
export type WayEvent = { [T in WayEventType]: WayEventOf<T> }[WayEventType];

export type RecordedWayEvent = WayEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const wayEventVersion = 1;
