import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { DrawnPanel, HearingSubject, Party } from './events.ts';
import type {
  AgreementForm,
  ConfirmationResult,
  EvaluationOutcome,
  HearingMode,
  MediationKind,
  Vote,
} from './terms.ts';

/** How proceedings begin; texts are sealed before `decide` sees them. */
export interface Beginnings {
  hearing: {
    readonly type: 'convene';
    readonly petitionId: string;
    readonly subject: HearingSubject;
    readonly unit: string;
    readonly topic: SealedText;
    readonly open: boolean;
    readonly closedReason: SealedText | null;
    readonly parties: readonly Party[];
  };
  mediation: {
    readonly type: 'propose';
    readonly petitionId: string;
    readonly unit: string;
    readonly kind: MediationKind;
    readonly topic: SealedText;
    readonly parties: readonly Party[];
    readonly mediatorId: string | null;
    readonly mediatorName: SealedItem | null;
  };
  're-evaluation': {
    readonly type: 'request';
    readonly petitionId: string;
    readonly unit: string;
    readonly body: string;
    readonly question: SealedText;
    readonly professions: readonly string[];
    /** Chosen reviewers, with why one of them cannot be. */
    readonly reviewers: readonly ReviewerFact[];
  };
  deliberation: {
    readonly type: 'propose';
    readonly petitionId: string;
    readonly unit: string;
    readonly topic: SealedText;
  };
}

/** M-4: profession and region of a reviewer, judged against the matter. */
export interface ReviewerFact {
  readonly memberId: string;
  readonly name: string;
  readonly unfit: 'inactive' | 'region' | 'profession' | 'affiliated' | 'party' | 'named' | null;
}

interface HearingSteps {
  schedule: {
    readonly date: LocalDate;
    readonly time: string;
    readonly mode: HearingMode;
    readonly place: SealedText;
    readonly bring: SealedText | null;
  };
  nameParty: { readonly party: Party };
  drawPanel: { readonly draw: DrawnPanel };
  replaceMember: {
    readonly memberId: string;
    readonly cause: 'declined' | 'objected';
    readonly reason: SealedText;
    readonly draw: DrawnPanel;
  };
  rejectObjection: { readonly memberId: string; readonly reason: SealedText };
  objectToMember: { readonly memberId: string; readonly reason: SealedText };
  draftNotice: { readonly paperId: string };
  recordService: { readonly paperId: string; readonly on: LocalDate };
  waiveNotice: { readonly on: LocalDate; readonly proof: SealedText };
  addExhibit: {
    readonly label: SealedText;
    /** One exhibit for each file; without a file, one. */
    readonly files: readonly { readonly exhibitId: string; readonly attachmentId: string | null }[];
    /** Whether the petition has that file. */
    readonly known: boolean;
    readonly presentedBy: string | null;
  };
  open: Record<never, never>;
  close: {
    readonly days: readonly LocalDate[];
    readonly came: readonly string[];
    readonly record: SealedText;
  };
  vote: { readonly memberId: string; readonly vote: Vote; readonly opinion: SealedText | null };
  conclude: { readonly conclusion: SealedText; readonly paperId: string };
  cancel: { readonly reason: SealedText };
}

interface MediationSteps {
  recordConsent: {
    readonly partyId: string;
    readonly given: boolean;
    readonly on: LocalDate;
    readonly proof: SealedText | null;
  };
  answerProposal: { readonly given: boolean };
  nameMediator: { readonly mediatorId: string | null; readonly mediatorName: SealedItem | null };
  holdSession: {
    readonly sessionId: string;
    readonly on: LocalDate;
    readonly place: SealedText;
    readonly came: readonly string[];
    readonly record: SealedText;
  };
  agree: {
    readonly form: AgreementForm;
    readonly terms: SealedText;
    readonly effectiveOn: LocalDate;
    readonly paperId: string;
  };
  fail: { readonly reason: SealedText };
  applyConfirmation: {
    readonly on: LocalDate;
    readonly court: string;
    readonly together: boolean;
  };
  recordConfirmation: {
    readonly on: LocalDate;
    readonly caseNumber: string;
    readonly result: ConfirmationResult;
    readonly note: SealedText | null;
  };
  recountWindow: { readonly calendarVersion: string };
  warnWindow: Record<never, never>;
  missWindow: Record<never, never>;
}

interface ReEvaluationSteps {
  recordAnswer: {
    readonly on: LocalDate;
    readonly outcome: EvaluationOutcome;
    readonly result: SealedText;
  };
  explain: {
    readonly on: LocalDate;
    readonly expertId: string;
    /** Whether that member is a lawyer or a legal expert. */
    readonly legal: boolean;
    readonly record: SealedText;
  };
}

interface DeliberationSteps {
  recordConsent: {
    readonly given: boolean;
    readonly on: LocalDate;
    readonly proof: SealedText | null;
  };
  answerProposal: { readonly given: boolean };
  hold: {
    readonly on: LocalDate;
    readonly place: SealedText;
    readonly members: readonly string[];
    readonly record: SealedText;
    readonly advice: SealedText;
  };
}

type StepsOf<Steps> = { [T in keyof Steps]: { readonly type: T } & Steps[T] }[keyof Steps];

export type HearingStep = StepsOf<HearingSteps>;
export type MediationStep = StepsOf<MediationSteps>;
export type ReEvaluationStep = StepsOf<ReEvaluationSteps>;
export type DeliberationStep = StepsOf<DeliberationSteps>;
export type Step = HearingStep | MediationStep | ReEvaluationStep | DeliberationStep;
export type HearingStepOf<T extends HearingStep['type']> = Extract<HearingStep, { type: T }>;
