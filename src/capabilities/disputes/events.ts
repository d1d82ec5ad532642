import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { ConsentWay, DisputeDeed, Ending, Limit, LinePost } from './case.ts';

interface Events extends Record<DisputeDeed, object> {
  DisputeRecorded: {
    readonly kind: string;
    readonly regionCode: string;
    readonly place: SealedText;
    readonly about: SealedText;
    readonly parties: SealedItem | null;
    readonly partyCount: number;
    readonly tried: SealedText | null;
    readonly line: readonly LinePost[];
    readonly recordedBy: string;
    readonly limit: Limit;
  };
  AttemptNoted: { readonly words: SealedText; readonly unit: string };
  DisputePassed: {
    readonly from: LinePost;
    readonly to: LinePost;
    readonly reason: SealedText;
    readonly limit: Limit;
  };
  DisputeAcknowledged: { readonly limit: Limit };
  PassingTakenBack: { readonly reason: SealedText; readonly limit: Limit };
  DisputeSettled: { readonly agreed: SealedText; readonly limit: Limit };
  SettlementFollowedUp: {
    readonly kept: boolean;
    readonly words: SealedText;
    /** Of handling it again; only where it was not kept. */
    readonly limit: Limit | null;
  };
  DisputePromoted: {
    readonly petitionId: string;
    readonly way: ConsentWay;
    readonly saidOn: LocalDate;
    readonly wish: SealedText;
  };
  DisputeEnded: { readonly how: Ending; readonly words: SealedText };
  DisputeSucceeded: { readonly from: string; readonly to: string };
}

export type DisputeEventType = keyof Events;
export type DisputeEventOf<T extends DisputeEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a dispute. Other capabilities may read these. */
export type DisputeEvent = { [T in DisputeEventType]: DisputeEventOf<T> }[DisputeEventType];

export type RecordedDisputeEvent = DisputeEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
};

/** Kinds of the streams of disputes and of an office's settings. */
export const disputeStreamKind = 'dispute';
export const settingsStreamKind = 'dispute-settings';

/** The version that new events are written with. */
export const disputeEventVersion = 1;
