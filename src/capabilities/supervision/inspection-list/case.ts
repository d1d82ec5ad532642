import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';

/** The four colours of the inspection list (“四色”督查); no clock is coloured by them. */
export const inspectionColours = ['red', 'yellow', 'blue', 'green'] as const;
export type InspectionColour = (typeof inspectionColours)[number];

export const listingStatuses = ['listed', 'removed'] as const;
export type ListingStatus = (typeof listingStatuses)[number];

/** One decision of the leadership: entered, in another colour, removed. */
export interface Decision {
  readonly at: number;
  readonly userId: string;
  readonly deed: 'entered' | 'recoloured' | 'removed';
  /** Of a removal the colour that it had. */
  readonly colour: InspectionColour;
  readonly reason: SealedText;
}

/** A hard case under the leadership's inspection (U-3). */
export interface Listing {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: ListingStatus;
  readonly colour: InspectionColour;
  readonly office: string;
  /** Who had the petition when it was entered last. */
  readonly unit: string;
  readonly enteredAt: number;
  readonly decisions: readonly Decision[];
  readonly papers: readonly FlowPaper[];
}
