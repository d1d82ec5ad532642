import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { DrawnPanel, HearingSubject, Party } from './events.ts';
import type {
  AgreementForm,
  ConfirmationState,
  DeliberationStage,
  EvaluationOutcome,
  HearingMode,
  HearingStage,
  MediationKind,
  MediationStage,
  MemberKind,
  ReEvaluationStage,
  Vote,
} from './terms.ts';

interface Base {
  readonly id: string;
  readonly version: number;
  readonly petitionId: string;
  /** The unit that conducts it. */
  readonly unit: string;
  readonly begunAt: number;
}

/** A member on the panel, or who was: nobody disappears from it without a trace. */
export interface PanelMember {
  readonly memberId: string;
  readonly kind: MemberKind;
  readonly state: 'seated' | 'declined' | 'objected';
  /** Somebody said why this member should not sit; open until it is decided. */
  readonly objection: 'open' | 'rejected' | 'upheld' | null;
  readonly reason: SealedText | null;
}

export interface Exhibit {
  readonly id: string;
  readonly label: SealedText;
  readonly attachmentId: string | null;
  readonly presentedBy: string | null;
}

export interface CastVote {
  readonly memberId: string;
  readonly vote: Vote;
  readonly opinion: SealedText | null;
}

export interface Hearing extends Base {
  readonly kind: 'hearing';
  readonly stage: HearingStage;
  readonly subject: HearingSubject;
  readonly topic: SealedText;
  readonly open: boolean;
  readonly closedReason: SealedText | null;
  readonly schedule: {
    readonly date: LocalDate;
    readonly time: string;
    readonly mode: HearingMode;
    readonly place: SealedText;
    readonly bring: SealedText | null;
  } | null;
  readonly parties: readonly Party[];
  readonly panel: readonly PanelMember[];
  readonly draws: readonly DrawnPanel[];
  /** Every notice that was drafted; the last one counts. */
  readonly notices: readonly string[];
  readonly noticeServedOn: LocalDate | null;
  readonly waiver: { readonly on: LocalDate; readonly proof: SealedText } | null;
  readonly openedOn: LocalDate | null;
  /** The days on which it was held. */
  readonly days: readonly LocalDate[];
  readonly came: readonly string[];
  readonly exhibits: readonly Exhibit[];
  readonly record: SealedText | null;
  readonly votes: readonly CastVote[];
  readonly conclusion: SealedText | null;
  readonly conclusionPaper: string | null;
  readonly cancelled: SealedText | null;
}

export interface Consent {
  readonly given: boolean;
  readonly on: LocalDate;
  readonly proof: SealedText | null;
}

export interface Session {
  readonly id: string;
  readonly on: LocalDate;
  readonly place: SealedText;
  readonly came: readonly string[];
  readonly record: SealedText;
}

export interface Confirmation {
  readonly state: ConfirmationState;
  /** The last day of the window. */
  readonly confirmBy: LocalDate;
  readonly warned: boolean;
  readonly appliedOn: LocalDate | null;
  readonly court: string | null;
  readonly caseNumber: string | null;
  readonly decidedOn: LocalDate | null;
  readonly note: SealedText | null;
}

export interface Mediation extends Base {
  readonly kind: 'mediation';
  readonly stage: MediationStage;
  readonly way: MediationKind;
  readonly topic: SealedText;
  readonly parties: readonly Party[];
  readonly mediatorId: string | null;
  readonly mediatorName: SealedItem | null;
  readonly consents: Readonly<Record<string, Consent>>;
  readonly sessions: readonly Session[];
  readonly agreement: {
    readonly form: AgreementForm;
    readonly terms: SealedText;
    readonly effectiveOn: LocalDate;
    readonly paperId: string;
  } | null;
  readonly failure: SealedText | null;
  readonly confirmation: Confirmation | null;
}

export interface ReEvaluation extends Base {
  readonly kind: 're-evaluation';
  readonly stage: ReEvaluationStage;
  readonly body: string;
  readonly question: SealedText;
  readonly professions: readonly string[];
  readonly reviewers: readonly string[];
  readonly answer: {
    readonly on: LocalDate;
    readonly outcome: EvaluationOutcome;
    readonly result: SealedText;
  } | null;
  readonly explained: {
    readonly on: LocalDate;
    readonly expertId: string;
    readonly record: SealedText;
  } | null;
}

export interface Deliberation extends Base {
  readonly kind: 'deliberation';
  readonly stage: DeliberationStage;
  readonly topic: SealedText;
  readonly consent: Consent | null;
  readonly held: {
    readonly on: LocalDate;
    readonly place: SealedText;
    readonly members: readonly string[];
    readonly record: SealedText;
    readonly advice: SealedText;
  } | null;
}

export type Proceeding = Hearing | Mediation | ReEvaluation | Deliberation;
export type ProceedingOf<K extends Proceeding['kind']> = Extract<Proceeding, { readonly kind: K }>;

export const seated = (hearing: Hearing): readonly PanelMember[] =>
  hearing.panel.filter(({ state }) => state === 'seated');
