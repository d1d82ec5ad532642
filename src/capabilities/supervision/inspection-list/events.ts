import type { SealedText } from '../../../kernel/sealed.ts';
import type { InspectionColour } from './case.ts';

interface Events {
  InspectionListed: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly userId: string;
    readonly colour: InspectionColour;
    readonly reason: SealedText;
  };
  InspectionRecoloured: {
    readonly userId: string;
    readonly colour: InspectionColour;
    readonly reason: SealedText;
  };
  InspectionRemoved: { readonly userId: string; readonly reason: SealedText };
  /** A unit ended; its successor stands wherever it stood. */
  InspectionSucceeded: { readonly from: string; readonly to: string };
}

export type ListingEventType = keyof Events;

/** What the leadership decided of the inspection list. Other capabilities may read these. */
export type ListingEvent = {
  [T in ListingEventType]: { readonly type: T; readonly data: Events[T] };
}[ListingEventType];

export type RecordedListingEvent = ListingEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const listingEventVersion = 1;
