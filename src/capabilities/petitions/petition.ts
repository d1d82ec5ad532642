import type { LocalDate } from '../../kernel/local-date.ts';
import { isPending, type FlowPaper } from '../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { ClockState } from '../../kernel/case-clocks.ts';
import type { Afterwards } from './afterwards/state.ts';
import type { GroupPlace, Relation } from './related.ts';
import type { AnswerEffect, PathState } from './short-paths.ts';
import type { LocalState } from './local-clocks.ts';
import type { UrgentState } from './urgent.ts';
import type { WorkOrderState } from './work-order.ts';
import type { AgendaState } from './agenda.ts';
import type { RaisedState } from './raised.ts';

export {
  paperStages,
  serviceWays,
  unservableReasons,
  type PaperStage,
  type ServiceWay,
} from '../../kernel/paper-flow.ts';
export type { SealedItem, SealedText } from '../../kernel/sealed.ts';

/** Where a petition stands in its procedure; what came of it is another matter (P-10). */
export const statuses = [
  'registered',
  'referred',
  'objected',
  'adjudication',
  'handling',
  'route',
  'redirecting',
  'handed-over',
  'issued',
  'concluded',
] as const;

export type Status = (typeof statuses)[number];

export const channels = [
  'web',
  'letter',
  'fax',
  'visit',
  'telephone',
  'hotline-12345',
  'leader-mailbox',
  'reception-day',
  'home-visit',
  'superior',
  'field-investigation',
] as const;

export type Channel = (typeof channels)[number];

export const purposes = [
  'appeal',
  'accusation',
  'suggestion',
  'enquiry',
  'thanks',
  'other',
] as const;

export type Purpose = (typeof purposes)[number];

export const urgencies = ['ordinary', 'urgent', 'major'] as const;
export type Urgency = (typeof urgencies)[number];

/** The three-level category by code; deeper levels may be unknown yet. */
export interface Category {
  readonly first: string;
  readonly second: string | null;
  readonly third: string | null;
}

export const personRoles = [
  'petitioner',
  'representative',
  'member',
  'agent',
  'guardian',
  'heir',
  'helper',
] as const;

export type PersonRole = (typeof personRoles)[number];

export interface PersonRef {
  readonly id: string;
  readonly role: PersonRole;
  /** Name, number, contact and address lie here. */
  readonly sealed: SealedItem;
}

export interface AttachmentRef {
  readonly id: string;
  /** Keyed address of the encrypted file. */
  readonly address: string;
  readonly mediaType: string;
  readonly size: number;
  /** The name under which it was given, sealed: it may name a person. */
  readonly name: SealedItem;
  readonly purpose: 'scan' | 'evidence' | 'photograph' | 'recording' | 'other';
}

/** Art. 32: what an opinion can say to a demand. */
export const demandOutcomes = ['supported', 'explained', 'not-supported'] as const;
export type DemandOutcome = (typeof demandOutcomes)[number];

export interface Demand {
  readonly id: string;
  readonly text: SealedText;
  readonly outcome: DemandOutcome | null;
  readonly execution: Execution | null;
}

/** A supported demand on its way to done (P-8). */
export interface Execution {
  readonly responsible: SealedItem;
  readonly dueDate: LocalDate;
  readonly doneAt: number | null;
}

export const linkModes = ['refer', 'assign', 'pass-down', 'hand-over', 'direct'] as const;
export type LinkMode = (typeof linkModes)[number];

/** One step in the chain of holders. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly mode: LinkMode;
  readonly at: number;
  /** Given by the assigner; only for `assign` and what was passed down under it. */
  readonly dueDate: LocalDate | null;
  /** Undone by an objection with consent: whoever returned it owes nothing more (Reg. 23(3)). */
  readonly returned: boolean;
}

/** Papers that the main path makes; each has a template in the papers capability. */
export const paperKinds = [
  'receipt',
  'referral',
  'assignment',
  'handover',
  'acceptance-notice',
  'refusal',
  'no-longer-accepted',
  'redirection',
  'file-only-note',
  'merge-notice',
  'split-notice',
  'one-time-notice',
  'supplement-request',
  'objection-decision',
  'adjudication',
  'extension',
  'opinion',
  'conclusion-report',
  'withdrawal-confirmation',
  'suggestion-answer',
  'enquiry-answer',
  'urgent-report',
  'contest-decision',
  'hearing-notice',
  'hearing-conclusion',
  'mediation-agreement',
  'settlement',
] as const;

export type PaperKind = (typeof paperKinds)[number];

export type Paper = FlowPaper<PaperKind, PaperEffect>;

/** A decision that takes effect only when its paper is sealed (or served). */
export type PaperEffect =
  | { readonly kind: 'not-accept'; readonly reason: NonAcceptanceReason }
  | {
      readonly kind: 'no-longer-accept';
      readonly reason: NoLongerReason;
      /** The petition whose procedure ended; events of before know none. */
      readonly endedPetition?: string;
    }
  | { readonly kind: 'redirect'; readonly way: RedirectWay; readonly awaitsReceipt: boolean }
  | { readonly kind: 'file-only'; readonly reason: FileReason }
  | { readonly kind: 'extend'; readonly days: number }
  | { readonly kind: 'opinion'; readonly demands: readonly DemandAnswer[] }
  | AnswerEffect;

export interface DemandAnswer {
  readonly demandId: string;
  readonly outcome: DemandOutcome;
  readonly facts: SealedText;
  readonly basis: SealedText;
  readonly answer: SealedText;
  readonly execution: { readonly responsible: SealedItem; readonly dueDate: LocalDate } | null;
}

/** Ways 1 to 5 of art. 31; way 6 is acceptance and a handling opinion. */
export const redirectWays = [1, 2, 3, 4, 5] as const;
export type RedirectWay = (typeof redirectWays)[number];

export const nonAcceptanceReasons = [
  'same-matter-open',
  'legal-route',
  'within-review-period',
  'outside-jurisdiction',
  'no-request',
] as const;
export type NonAcceptanceReason = (typeof nonAcceptanceReasons)[number];

export const noLongerReasons = ['procedure-ended', 'legally-ended'] as const;
export type NoLongerReason = (typeof noLongerReasons)[number];

export const fileReasons = ['thanks', 'advertisement', 'unreadable', 'no-content'] as const;
export type FileReason = (typeof fileReasons)[number];

export const conclusionForms = [
  'opinion',
  'not-accepted',
  'no-longer-accepted',
  'redirected',
  'route-result',
  'handed-over',
  'merged',
  'split',
  'filed',
  'withdrawn',
  'answered',
] as const;
export type ConclusionForm = (typeof conclusionForms)[number];

/** Why a petition is closed, always readable by the petitioner. */
export interface Conclusion {
  readonly form: ConclusionForm;
  readonly at: number;
  readonly reason: string | null;
  /** The words the petitioner reads; for an opinion the paper carries them. */
  readonly explanation: SealedText | null;
  readonly paperId: string | null;
  /** Petitions that go on in its place (merge, split). */
  readonly continuedIn: readonly string[];
}

/** 事解 and 心解 are recorded apart (P-10). */
export interface Outcome {
  readonly matterSettled: 'settled' | 'partly' | 'unsettled' | null;
  readonly petitionerView: 'satisfied' | 'accepts' | 'dissatisfied' | null;
}

export interface CoHandlerTask {
  readonly id: string;
  readonly unit: string;
  readonly text: SealedText;
  readonly dueDate: LocalDate;
  readonly doneAt: number | null;
}

/** What a unit said against its competence, and what became of it (Reg. 23(3)). */
export interface Objection {
  readonly by: string;
  readonly at: number;
  readonly reasons: SealedText;
  readonly upheld: boolean | null;
}

export interface Report {
  /** Which link of the chain awaits it: `chain[link].from` decides. */
  readonly link: number;
  readonly stage: 'due' | 'filed' | 'questioned' | 'accepted';
  readonly paperId: string | null;
}

export const reviewStages = ['review', 're-examination'] as const;
export type ReviewStage = (typeof reviewStages)[number];

export const reviewStates = [
  'pending',
  'refused',
  'withdrawn',
  'upheld',
  'changed',
  'handle-again',
] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What the petition knows of a review of its opinion; the review is a record of its own (V-1). */
export interface NotedReview {
  readonly caseId: string;
  readonly stage: ReviewStage;
  /** Null while the petitioner still chooses between two lawful bodies. */
  readonly body: string | null;
  readonly requestedAt: number;
  readonly state: ReviewState;
}

export const roundReasons = ['review', 'relapse', 'contest'] as const;
export type RoundReason = (typeof roundReasons)[number];

/** Why the matter is handled once more, and what the round before had answered. */
export interface RoundCause {
  readonly reason: RoundReason;
  /** The record that brought it about, such as the review. */
  readonly caseId: string | null;
  readonly answers: readonly {
    readonly demandId: string;
    readonly outcome: DemandOutcome;
  }[];
}

export interface Petition
  extends PathState, UrgentState, WorkOrderState, LocalState, RaisedState, AgendaState {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly status: Status;
  readonly channel: Channel;
  readonly purpose: Purpose | null;
  /** Several purposes in one letter: it is split before it goes anywhere (P-4). */
  readonly mixed: boolean;
  readonly category: Category | null;
  readonly urgency: Urgency;
  readonly regionCode: string;
  readonly registeredAt: number;
  readonly receivedAt: number;
  readonly registeredBy: string;
  readonly content: SealedItem;
  readonly demands: readonly Demand[];
  readonly people: readonly PersonRef[];
  readonly personCount: number;
  readonly anonymous: boolean;
  readonly electronicService: boolean;
  readonly attachments: readonly AttachmentRef[];
  readonly numbersElsewhere: readonly { readonly source: string; readonly number: string }[];

  /** The petition office that answers for it to the petitioner. */
  readonly office: string;
  /** The one responsible office inside the system now. */
  readonly holder: string;
  readonly chain: readonly Link[];
  readonly officer: string | null;
  readonly withdrawnOfficials: readonly string[];
  readonly readers: readonly string[];
  /** Units that objected with consent; not chosen again. */
  readonly returnedBy: readonly string[];
  readonly objections: readonly Objection[];
  readonly superior: string | null;
  readonly competenceDecided: boolean;

  /** An accusation is seen by these people alone (L-5). */
  readonly named: readonly string[];
  readonly accusedUnits: readonly string[];

  readonly tasks: readonly CoHandlerTask[];
  readonly supplementAsked: boolean;
  readonly clarifications: number;
  readonly extensionRequested: { readonly days: number; readonly paperId: string } | null;
  readonly extended: boolean;
  readonly papers: readonly Paper[];
  readonly awaitingReceipt: boolean;
  /** The procedure that the unit itself started (Reg. 31(3)-(5)). */
  readonly route: { readonly way: 3 | 4 | 5; readonly dueDate: LocalDate } | null;
  readonly withdrawal: { readonly at: number; readonly signed: boolean } | null;
  readonly conclusion: Conclusion | null;
  readonly outcome: Outcome;
  readonly report: Report | null;
  readonly afterwards: Afterwards;
  readonly round: number;
  /** Null in the first round, and where a report was returned. */
  readonly roundCause: RoundCause | null;
  readonly reviews: readonly NotedReview[];
  /** 三级终结: after re-examination the same facts and reasons are not accepted again (Reg. 36(3)). */
  readonly procedureEnded: { readonly at: number; readonly caseId: string } | null;
  readonly codeVersion: number;
  readonly clocks: readonly ClockState[];
  readonly calendarVersion: string;
  readonly splitFrom: string | null;
  readonly absorbed: readonly string[];
  /** Every relation to another petition, the undone ones too (P-13). */
  readonly relations: readonly Relation[];
  /** Where it stood when it was merged; undoing the merge brings it back there. */
  readonly beforeMerge: Status | null;
  /** Whether others may be handled together with it. */
  readonly groupHead: boolean;
  /** The newest event that members of its group have to follow. */
  readonly groupNews: number;
  readonly group: GroupPlace | null;
}

export const isAccusation = (petition: Petition): boolean => petition.purpose === 'accusation';
export const isOpen = (petition: Petition): boolean => petition.status !== 'concluded';

/** The paper of that id; nothing when the petition has none. */
export function findPaper(petition: Petition, paperId: string): Paper | undefined {
  return petition.papers.find((paper) => paper.id === paperId);
}

/** The paper on which a decision waits for check, signature or seal. */
export function findPendingDecision(petition: Petition): Paper | undefined {
  return petition.papers.find(isPending);
}
