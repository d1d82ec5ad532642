import type { SealedText } from '../../../kernel/sealed.ts';
import type { NeighbourConsent, VisitAddition, VisitPlan, VisitRecord } from './case.ts';
import type { VisitOutcome } from './code-names.ts';

interface Events {
  VisitPlanned: {
    readonly petitionId: string;
    readonly unit: string;
    readonly office: string;
    readonly userId: string;
    readonly plan: VisitPlan;
  };
  VisitChanged: { readonly userId: string; readonly plan: VisitPlan };
  VisitCancelled: { readonly userId: string; readonly reason: SealedText | null };
  NeighboursAllowed: Omit<NeighbourConsent, 'at'>;
  NeighboursDisallowed: object;
  VisitRecorded: Omit<VisitRecord, 'at'> & { readonly outcome: VisitOutcome };
  VisitAdded: Omit<VisitAddition, 'at'>;
  /** By the petitioner, before anybody came. */
  VisitDeclined: object;
  VisitCorrected: { readonly words: SealedText };
  /** A unit ended; its successor stands wherever it stood. */
  VisitSucceeded: { readonly from: string; readonly to: string };
}

export type VisitEventType = keyof Events;
export type VisitEventOf<T extends VisitEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a home visit. Other capabilities may read these. */
export type VisitEvent = { [T in VisitEventType]: VisitEventOf<T> }[VisitEventType];

export type RecordedVisitEvent = VisitEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const visitEventVersion = 1;
