import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperEvent } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { FindingKind, InspectionFile, InspectionFocus, InspectionWay } from './inspection.ts';
import type { Draw, Round, Team } from './programme.ts';

/** What a programme plans. */
export interface ProgrammePlan {
  readonly theme: string;
  readonly basis: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly focus: SealedText;
  readonly teams: readonly Team[];
  readonly rounds: readonly Round[];
}

interface ProgrammeEvents {
  ProgrammePlanned: ProgrammePlan & { readonly office: string };
  ProgrammeChanged: ProgrammePlan;
  ProgrammeApproved: { readonly userId: string };
  TeamsChanged: { readonly teams: readonly Team[]; readonly rounds: readonly Round[] };
  /** The list stands and is public; nobody knows the seed yet. */
  DrawListFrozen: Omit<Draw, 'frozenAt' | 'drawn'>;
  DrawMade: {
    readonly drawId: string;
    readonly seed: string;
    readonly result: readonly string[];
  };
  ProgrammeClosed: Record<never, never>;
  /** A unit ended; its successor stands wherever it stood. */
  ProgrammeSucceeded: { readonly from: string; readonly to: string };
}

export type ProgrammeEventType = keyof ProgrammeEvents;
export type ProgrammeEventOf<T extends ProgrammeEventType> = {
  readonly type: T;
  readonly data: ProgrammeEvents[T];
};
/** What happened to a programme of inspections. */
export type ProgrammeEvent = { [T in ProgrammeEventType]: ProgrammeEventOf<T> }[ProgrammeEventType];

interface InspectionEvents {
  InspectionPlanned: {
    readonly office: string;
    readonly programmeId: string;
    readonly teamId: string;
    readonly members: readonly string[];
    readonly memberUnits: readonly string[];
    readonly roundId: string | null;
    readonly unit: string;
    readonly way: InspectionWay;
    readonly focus: InspectionFocus;
    readonly drawId: string | null;
    readonly on: LocalDate;
    readonly petitions: readonly string[];
    readonly task: SealedText;
  };
  InspectionCarriedOut: { readonly on: LocalDate; readonly checked: SealedText };
  FindingRecorded: {
    readonly findingId: string;
    readonly kind: FindingKind;
    readonly petitionId: string | null;
    readonly text: SealedText;
    readonly basis: SealedText | null;
    readonly demand: SealedText | null;
    readonly dueOn: LocalDate | null;
    readonly photographs: readonly InspectionFile[];
  };
  CorrectionAnswered: {
    readonly findingId: string;
    readonly text: SealedText;
    readonly files: readonly InspectionFile[];
  };
  CorrectionVerified: { readonly findingId: string; readonly text: SealedText };
  /** Not corrected: it is open again, with a new day. */
  CorrectionReopened: {
    readonly findingId: string;
    readonly text: SealedText;
    readonly dueOn: LocalDate;
  };
  /** A supervision item was opened for it, in the same transaction. */
  FindingSupervised: { readonly findingId: string; readonly itemId: string };
  InspectionClosed: Record<never, never>;
  InspectionCancelled: { readonly reason: SealedText };
  InspectionSucceeded: { readonly from: string; readonly to: string };
}

export type InspectionEventType = keyof InspectionEvents;
export type InspectionEventOf<T extends InspectionEventType> = {
  readonly type: T;
  readonly data: InspectionEvents[T];
};
/** What happened to an inspection, its papers among it. Other capabilities may read these. */
export type InspectionEvent =
  | { [T in InspectionEventType]: InspectionEventOf<T> }[InspectionEventType]
  | PaperEvent<'correction-order', never>;

interface Moment {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
}
export type RecordedProgrammeEvent = ProgrammeEvent & Moment;
export type RecordedInspectionEvent = InspectionEvent & Moment;

/** The version that new events are written with. */
export const inspectionEventVersion = 1;
export const programmeStreamKind = 'inspection-programme';
export const inspectionStreamKind = 'inspection';
