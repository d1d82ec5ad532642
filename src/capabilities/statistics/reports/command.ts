import type { SealedItem } from '../../../kernel/sealed.ts';
import type { ReportEvent } from './events.ts';
import type { Counted, ReportSection } from './report.ts';

type Begun = Extract<ReportEvent, { type: 'ReportBegun' }>['data'];

interface Commands {
  beginReport: Begun;
  recountReport: Counted & { readonly sections: SealedItem };
  wordReport: { readonly sections: SealedItem; readonly changed: readonly ReportSection[] };
  /** `empty`: parts that say nothing. */
  finaliseReport: { readonly empty: readonly ReportSection[] };
}

export type ReportCommandType = keyof Commands;
export type ReportCommand = {
  [T in ReportCommandType]: { readonly type: T } & Commands[T];
}[ReportCommandType];
