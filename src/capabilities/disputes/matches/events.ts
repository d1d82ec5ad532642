import type { Likeness, Verdict } from './case.ts';

interface Events {
  MatchesSuggested: {
    readonly petitionId: string;
    readonly office: string;
    readonly registeredAt: number;
    readonly matches: readonly {
      readonly disputeId: string;
      readonly score: number;
      readonly likenesses: readonly Likeness[];
      readonly verdict: Extract<Verdict, 'suggested' | 'origin'>;
    }[];
  };
  MatchConfirmed: { readonly disputeId: string };
  MatchRejected: { readonly disputeId: string };
  WarningSucceeded: { readonly from: string; readonly to: string };
}

export type WarningEventType = keyof Events;
export type WarningEventOf<T extends WarningEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to the matches of a petition. Other capabilities may read these. */
export type WarningEvent = { [T in WarningEventType]: WarningEventOf<T> }[WarningEventType];

export type RecordedWarningEvent = WarningEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
};

export const warningKindName = 'early-warning';

/** The version that new events are written with. */
export const warningEventVersion = 1;
