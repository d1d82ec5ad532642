import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { PanelWish } from './contract.ts';
import type {
  AgreementForm,
  ConfirmationResult,
  EvaluationOutcome,
  ExclusionReason,
  HearingMode,
  MediationKind,
  MemberKind,
  PartyRole,
  ShiftPart,
  ShiftRole,
  Vote,
} from './terms.ts';

/** For what a hearing is held: the petition itself (Reg. 31(6)) or its re-examination (Reg. 36). */
export type HearingSubject =
  | { readonly kind: 'petition' }
  | { readonly kind: 're-examination'; readonly id: string };

export interface Party {
  readonly id: string;
  readonly role: PartyRole;
  readonly unit: string | null;
  readonly name: SealedItem | null;
}

export interface Seat {
  readonly memberId: string;
  /** The kind for which the seat was drawn. */
  readonly kind: MemberKind;
}

export interface Exclusion {
  readonly memberId: string;
  readonly reason: ExclusionReason;
}

/** All that the draw was made of: whoever has the roster can draw it again. */
export interface DrawnPanel {
  readonly seed: string;
  readonly wish: PanelWish;
  /** Who could be drawn, in the order of their ids. */
  readonly candidates: readonly string[];
  readonly seats: readonly Seat[];
  readonly excluded: readonly Exclusion[];
}

interface HearingEvents {
  HearingConvened: {
    readonly petitionId: string;
    readonly subject: HearingSubject;
    readonly unit: string;
    readonly topic: SealedText;
    readonly open: boolean;
    readonly closedReason: SealedText | null;
    readonly parties: readonly Party[];
  };
  HearingScheduled: {
    readonly date: LocalDate;
    readonly time: string;
    readonly mode: HearingMode;
    readonly place: SealedText;
    readonly bring: SealedText | null;
  };
  PartyNamed: { readonly party: Party };
  PanelDrawn: DrawnPanel;
  PanelMemberReplaced: {
    readonly memberId: string;
    readonly cause: 'declined' | 'objected';
    readonly reason: SealedText;
    readonly draw: DrawnPanel;
  };
  PanelObjectionRaised: {
    readonly memberId: string;
    readonly reason: SealedText;
  };
  PanelObjectionRejected: { readonly memberId: string; readonly reason: SealedText };
  NoticeDrafted: { readonly paperId: string };
  /** The petitioner has the notice. */
  NoticeServed: { readonly paperId: string; readonly on: LocalDate };
  NoticeWaived: { readonly on: LocalDate; readonly proof: SealedText };
  ExhibitAdded: {
    readonly exhibitId: string;
    readonly label: SealedText;
    readonly attachmentId: string | null;
    readonly presentedBy: string | null;
  };
  HearingOpened: { readonly on: LocalDate };
  /** `days`: those on which it was held, and which the re-examination's clock leaves out. */
  HearingClosed: {
    readonly days: readonly LocalDate[];
    readonly came: readonly string[];
    readonly record: SealedText;
  };
  VoteCast: {
    readonly memberId: string;
    readonly vote: Vote;
    readonly opinion: SealedText | null;
  };
  HearingConcluded: {
    readonly conclusion: SealedText;
    readonly counts: Readonly<Record<Vote, number>>;
    readonly paperId: string;
  };
  HearingCancelled: { readonly reason: SealedText };
}

interface MediationEvents {
  MediationProposed: {
    readonly petitionId: string;
    readonly kind: MediationKind;
    readonly unit: string;
    readonly topic: SealedText;
    readonly parties: readonly Party[];
    readonly mediatorId: string | null;
    readonly mediatorName: SealedItem | null;
  };
  MediatorNamed: { readonly mediatorId: string | null; readonly mediatorName: SealedItem | null };
  ConsentRecorded: {
    readonly partyId: string;
    readonly given: boolean;
    readonly on: LocalDate;
    /** Null: given by the petitioner's own code, which the record itself proves. */
    readonly proof: SealedText | null;
  };
  SessionHeld: {
    readonly sessionId: string;
    readonly on: LocalDate;
    readonly place: SealedText;
    readonly came: readonly string[];
    readonly record: SealedText;
  };
  AgreementReached: {
    readonly form: AgreementForm;
    readonly terms: SealedText;
    readonly effectiveOn: LocalDate;
    /** The last day on which both can apply to the court. */
    readonly confirmBy: LocalDate;
    readonly paperId: string;
  };
  MediationFailed: { readonly reason: SealedText };
  ConfirmationApplied: { readonly on: LocalDate; readonly court: string };
  ConfirmationDecided: {
    readonly on: LocalDate;
    readonly caseNumber: string;
    readonly result: ConfirmationResult;
    readonly note: SealedText | null;
  };
  /** Another calendar moved the last day of the window (P-9). */
  ConfirmationRecounted: { readonly confirmBy: LocalDate; readonly calendarVersion: string };
  /** Somebody was warned that the window closes. */
  ConfirmationWarned: { readonly confirmBy: LocalDate };
  ConfirmationMissed: { readonly confirmBy: LocalDate };
}

interface ReEvaluationEvents {
  ReEvaluationRequested: {
    readonly petitionId: string;
    readonly unit: string;
    readonly body: string;
    readonly question: SealedText;
    readonly professions: readonly string[];
    readonly reviewers: readonly string[];
  };
  ReEvaluationAnswered: {
    readonly on: LocalDate;
    readonly outcome: EvaluationOutcome;
    readonly result: SealedText;
  };
  ReEvaluationExplained: {
    readonly on: LocalDate;
    readonly expertId: string;
    readonly record: SealedText;
  };
}

interface DeliberationEvents {
  DeliberationProposed: {
    readonly petitionId: string;
    readonly unit: string;
    readonly topic: SealedText;
  };
  DeliberationAnswered: {
    readonly given: boolean;
    readonly on: LocalDate;
    readonly proof: SealedText | null;
  };
  DeliberationHeld: {
    readonly on: LocalDate;
    readonly place: SealedText;
    readonly members: readonly string[];
    readonly record: SealedText;
    readonly advice: SealedText;
  };
}

interface RosterEvents {
  MemberListed: {
    readonly keptBy: string;
    readonly person: SealedItem;
    readonly kinds: readonly MemberKind[];
    readonly profession: string;
    readonly regionCode: string;
    readonly affiliation: string | null;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
  MemberChanged: Omit<RosterEvents['MemberListed'], 'keptBy' | 'person'>;
  ShiftPlanned: {
    readonly shiftId: string;
    readonly unit: string;
    readonly on: LocalDate;
    readonly part: ShiftPart;
    readonly role: ShiftRole;
  };
  ShiftCancelled: { readonly shiftId: string };
}

type EventOf<Events> = {
  [T in keyof Events]: { readonly type: T; readonly data: Events[T] };
}[keyof Events];

export type HearingEvent = EventOf<HearingEvents>;
export type MediationEvent = EventOf<MediationEvents>;
export type ReEvaluationEvent = EventOf<ReEvaluationEvents>;
export type DeliberationEvent = EventOf<DeliberationEvents>;
export type RosterEvent = EventOf<RosterEvents>;
export type ProceedingEvent = HearingEvent | MediationEvent | ReEvaluationEvent | DeliberationEvent;

/** An event as it stands in the record. */
export type Recorded<Event> = Event & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
};

/** The version that new events are written with. */
export const proceedingEventVersion = 1;
