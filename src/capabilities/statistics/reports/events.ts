import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { Counted, ReportPeriod, ReportPlace, ReportSection } from './report.ts';

interface ReportEvents {
  ReportBegun: Counted & {
    readonly unit: string;
    readonly place: ReportPlace;
    readonly period: ReportPeriod;
    readonly edition: number;
    readonly corrects: string | null;
    /** Why a final report is made anew. */
    readonly reason: SealedText | null;
    readonly sections: SealedItem;
  };
  ReportRecounted: Counted & { readonly sections: SealedItem };
  ReportWorded: { readonly sections: SealedItem; readonly changed: readonly ReportSection[] };
  /** The digest of what was finalised, so that the event alone says which figures. */
  ReportFinalised: { readonly digest: string };
}

export type ReportEventType = keyof ReportEvents;

/** What happened to a report on petition work. */
export type ReportEvent = {
  [T in ReportEventType]: { readonly type: T; readonly data: ReportEvents[T] };
}[ReportEventType];

export type RecordedReportEvent = ReportEvent & {
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
};

export const reportStreamKind = 'report';

/** The version that new events are written with. */
export const reportEventVersion = 1;
