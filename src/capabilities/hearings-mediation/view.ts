import type {
  AgreementForm,
  ConfirmationState,
  EvaluationOutcome,
  ExclusionReason,
  HearingMode,
  MediationKind,
  MemberKind,
  PartyRole,
  ProceedingKind,
  ProceedingStage,
  ShiftPart,
  ShiftRole,
  Vote,
} from './terms.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly telephone: string;
  readonly kinds: readonly MemberKind[];
  readonly profession: string;
  readonly region: { readonly code: string; readonly name: string };
  readonly affiliation: Named | null;
  readonly from: string;
  readonly to: string | null;
  readonly active: boolean;
}

export interface ShiftView {
  readonly id: string;
  readonly on: string;
  readonly part: ShiftPart;
  readonly role: ShiftRole;
  readonly member: { readonly id: string; readonly name: string; readonly telephone: string };
}

/** A line of a list. */
export interface ProceedingLine {
  readonly id: string;
  readonly petitionId: string;
  readonly number: string;
  readonly kind: ProceedingKind;
  readonly stage: ProceedingStage;
  readonly unit: Named;
  readonly begunAt: number;
  readonly plannedOn: string | null;
  readonly confirmBy: string | null;
}

export interface PartyView {
  readonly id: string;
  readonly role: PartyRole;
  readonly name: string;
}

export interface SeatView {
  readonly memberId: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly profession: string;
  readonly region: string;
  readonly state: 'seated' | 'declined' | 'objected';
  readonly objection: 'open' | 'rejected' | 'upheld' | null;
  readonly reason: string | null;
  readonly vote: Vote | null;
  readonly opinion: string | null;
}

export interface DrawView {
  readonly seed: string;
  readonly seats: number;
  readonly kinds: readonly MemberKind[];
  readonly candidates: number;
  readonly excluded: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly reason: ExclusionReason;
  }[];
}

export interface HearingView {
  readonly subject: 'petition' | 're-examination';
  readonly open: boolean;
  readonly closedReason: string | null;
  readonly schedule: {
    readonly date: string;
    readonly time: string;
    readonly mode: HearingMode;
    readonly place: string;
    readonly bring: string | null;
  } | null;
  readonly parties: readonly PartyView[];
  readonly panel: readonly SeatView[];
  readonly draws: readonly DrawView[];
  readonly noticeDrafted: boolean;
  readonly noticeServedOn: string | null;
  /** The first day on which it may be held, once the notice is served. */
  readonly firstDay: string | null;
  readonly waiver: { readonly on: string; readonly proof: string } | null;
  readonly days: readonly string[];
  readonly came: readonly string[];
  readonly exhibits: readonly {
    readonly id: string;
    readonly label: string;
    readonly attachmentId: string | null;
    readonly presentedBy: string | null;
  }[];
  readonly record: string | null;
  readonly counts: Readonly<Record<Vote, number>>;
  readonly conclusion: string | null;
  readonly cancelled: string | null;
}

export interface MediationView {
  readonly way: MediationKind;
  readonly parties: readonly PartyView[];
  readonly consents: readonly {
    readonly partyId: string;
    readonly given: boolean;
    readonly on: string;
    /** Null: with the petitioner's own code. */
    readonly proof: string | null;
  }[];
  readonly mediator: string | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly on: string;
    readonly place: string;
    readonly came: readonly string[];
    readonly record: string;
  }[];
  readonly agreement: {
    readonly form: AgreementForm;
    readonly terms: string;
    readonly effectiveOn: string;
  } | null;
  readonly failure: string | null;
  readonly confirmation: {
    readonly state: ConfirmationState;
    readonly confirmBy: string;
    /** Days until the window ends; negative when it is over. */
    readonly daysLeft: number;
    readonly appliedOn: string | null;
    readonly court: string | null;
    readonly caseNumber: string | null;
    readonly decidedOn: string | null;
    readonly note: string | null;
  } | null;
}

export interface ReEvaluationView {
  readonly body: Named;
  readonly professions: readonly string[];
  readonly reviewers: readonly Named[];
  readonly answer: {
    readonly on: string;
    readonly outcome: EvaluationOutcome;
    readonly result: string;
  } | null;
  readonly explained: {
    readonly on: string;
    readonly expert: string;
    readonly record: string;
  } | null;
}

export interface DeliberationView {
  readonly consent: {
    readonly given: boolean;
    readonly on: string;
    readonly proof: string | null;
  } | null;
  readonly held: {
    readonly on: string;
    readonly place: string;
    readonly members: readonly Named[];
    readonly record: string;
    readonly advice: string;
  } | null;
}

export interface HistoryEntry {
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly unit: string;
  /** Whose deed it was; only people of the office have a name here. */
  readonly by: 'staff' | 'petitioner' | 'system';
  readonly person: string;
}

export interface ProceedingView extends ProceedingLine {
  readonly version: number;
  /** What it is about, in the words of whoever began it. */
  readonly topic: string;
  /** Steps that are open to the reader now. */
  readonly steps: readonly string[];
  readonly hearing: HearingView | null;
  readonly mediation: MediationView | null;
  readonly reEvaluation: ReEvaluationView | null;
  readonly deliberation: DeliberationView | null;
  readonly history: readonly HistoryEntry[];
}

/** What hangs on one petition, with what the reader may begin there. */
export interface ProceedingsOfPetition {
  readonly items: readonly ProceedingLine[];
  readonly mayBegin: boolean;
}
