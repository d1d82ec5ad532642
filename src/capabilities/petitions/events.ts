import type { LocalDate } from '../../kernel/local-date.ts';
import type { PaperEventData } from '../../kernel/paper-flow.ts';
import type { AfterwardsEvents } from './afterwards/events.ts';
import type {
  AttachmentRef,
  Category,
  Channel,
  ConclusionForm,
  LinkMode,
  NotedReview,
  Outcome,
  PaperEffect,
  PaperKind,
  PersonRef,
  Purpose,
  RoundReason,
  SealedItem,
  SealedText,
  Status,
  Urgency,
} from './petition.ts';
import type { StatedKind } from './related.ts';
import type { PathEvents } from './short-paths.ts';
import type { LocalEvents } from './local-clocks.ts';
import type { UrgentEvents } from './urgent.ts';
import type { WorkOrderEvents } from './work-order.ts';
import type { AgendaEvents } from './agenda.ts';
import type { RaisedEvents } from './raised.ts';

/** Everything that is known when a petition enters the record. */
export interface Registration {
  readonly number: string;
  readonly channel: Channel;
  readonly office: string;
  readonly holder: string;
  readonly registeredBy: string;
  readonly receivedAt: number;
  readonly purpose: Purpose | null;
  readonly category: Category | null;
  readonly urgency: Urgency;
  readonly regionCode: string;
  readonly content: SealedItem;
  readonly demands: readonly { readonly id: string; readonly text: SealedText }[];
  readonly people: readonly PersonRef[];
  readonly personCount: number;
  readonly anonymous: boolean;
  readonly electronicService: boolean;
  readonly attachments: readonly AttachmentRef[];
  readonly numbersElsewhere: readonly { readonly source: string; readonly number: string }[];
  readonly named: readonly string[];
  readonly accusedUnits: readonly string[];
  readonly splitFrom: string | null;
}

export interface Handed {
  readonly to: string;
  readonly mode: LinkMode;
  /** True when the receiver is itself a petition office, which triages anew. */
  readonly toOffice: boolean;
  readonly dueDate: LocalDate | null;
  readonly instruction: SealedText | null;
}

interface Events
  extends
    PaperEventData<PaperKind, PaperEffect>,
    PathEvents,
    AfterwardsEvents,
    UrgentEvents,
    WorkOrderEvents,
    RaisedEvents,
    AgendaEvents,
    LocalEvents {
  PetitionRegistered: Registration;
  PetitionClassified: {
    readonly purpose: Purpose;
    readonly category: Category | null;
    readonly urgency: Urgency;
    readonly regionCode: string;
    readonly named: readonly string[];
    readonly accusedUnits: readonly string[];
    readonly mixed?: boolean;
  };
  MaterialAdded: {
    readonly by: 'petitioner' | 'staff';
    readonly text: SealedText | null;
    readonly attachments: readonly AttachmentRef[];
    readonly answersSupplement: boolean;
  };
  LookupCodeReplaced: { readonly codeVersion: number };
  HandlerNamed: { readonly userId: string };
  OfficerChosen: { readonly userId: string };

  PetitionHanded: Handed;
  /** The body that was handed it sends it back: it was not for it (Reg. 23(3), 30). */
  HandOverReturned: {
    readonly reason: SealedText;
    readonly returnTo: string;
    /** As of an objection upheld; left out in older records, where it was never asked. */
    readonly superior?: string | null;
  };
  PetitionMerged: { readonly into: string; readonly explanation: SealedText };
  PetitionAbsorbed: { readonly petition: string };
  PetitionSplit: { readonly parts: readonly string[]; readonly explanation: SealedText };
  PetitionRelated: {
    readonly relationId: string;
    readonly kind: StatedKind;
    readonly side: 'from' | 'to';
    readonly other: string;
    readonly reason: SealedText;
    readonly suggested: boolean;
  };
  RelationUndone: { readonly relationId: string; readonly reason: SealedText };
  /** The merged petition has a life of its own again. */
  MergeUndone: {
    readonly from: string;
    readonly status: Status;
    readonly reason: SealedText;
  };
  AbsorptionUndone: { readonly petition: string; readonly reason: SealedText };
  GroupFormed: { readonly reason: SealedText };
  /** The group had been formed wrongly; its members go their own way. */
  GroupDissolved: { readonly reason: SealedText };
  GroupJoined: {
    readonly relationId: string;
    readonly head: string;
    readonly reason: SealedText;
    readonly suggested: boolean;
  };
  GroupLeft: {
    readonly relationId: string;
    readonly head: string;
    readonly reason: SealedText | null;
    /** `head-ended`: the head came to an end that answers nobody else; `dissolved`: no group any more. */
    readonly cause: 'asked' | 'head-ended' | 'dissolved';
  };
  /** A member stands where its head stands now. */
  HeadFollowed: {
    readonly head: string;
    readonly status: 'registered' | 'referred' | 'handling';
    readonly holder: string;
    /** Set when the head is handled again after its answer. */
    readonly redoDue: LocalDate | null;
  };
  /** A paper of the head, made out to this petitioner; its own stages follow. */
  GroupAnswerReceived: { readonly headPaperId: string; readonly paperId: string };
  RouteStarted: {
    readonly way: 3 | 4 | 5;
    readonly dueDate: LocalDate;
    readonly explanation: SealedText;
  };
  RouteResultRecorded: { readonly result: SealedText };

  ObjectionRaised: { readonly reasons: SealedText };
  ObjectionRejected: { readonly reasons: SealedText };
  ObjectionUpheld: {
    readonly reasons: SealedText;
    readonly returnTo: string;
    /** Set when this was the second return: the common superior that must decide (art. 24). */
    readonly superior: string | null;
  };
  /** J-3: a second objection is not sent back again; the common superior decides at once (art. 24). */
  ObjectionClimbed: { readonly returnTo: string; readonly superior: string };
  CompetenceDecided: {
    readonly unit: string;
    readonly reasons: SealedText;
    /** The joint meeting that decided it; left out where the common superior did. */
    readonly meeting?: string;
  };

  PetitionAccepted: { readonly officer: string };
  TaskGiven: {
    readonly taskId: string;
    readonly unit: string;
    readonly text: SealedText;
    readonly dueDate: LocalDate;
  };
  TaskDone: { readonly taskId: string; readonly result: SealedText };
  TalkRecorded: { readonly record: SealedText; readonly heldAt: number };
  SupplementAsked: { readonly request: SealedText; readonly clarification: boolean };
  OfficialWithdrew: { readonly userId: string; readonly reason: SealedText };
  ExtensionRequested: { readonly days: number; readonly paperId: string };
  ExtensionRefused: { readonly paperId: string; readonly reason: SealedText };
  ExtensionGranted: { readonly days: number };

  OpinionIssued: { readonly paperId: string };
  RedirectionIssued: { readonly paperId: string };
  ReceiptConfirmed: { readonly by: string };
  ExecutionDone: {
    readonly demandId: string;
    /** Words of the unit, from before its evidence stood in the promise. */
    readonly evidence?: SealedText;
    readonly commitmentId?: string;
    /** Epoch ms: when it was reported; the event's own moment where it is left out. */
    readonly doneAt?: number;
  };
  ExecutionReopened: { readonly demandId: string; readonly commitmentId: string };
  OutcomeRecorded: Outcome;
  ReportFiled: { readonly paperId: string; readonly link: number; readonly text: SealedText };
  ReportQuestioned: { readonly link: number; readonly question: SealedText };
  ReportAccepted: { readonly link: number };
  ReportReturned: {
    readonly link: number;
    readonly reason: SealedText;
    readonly dueDate: LocalDate;
  };

  WithdrawalRequested: { readonly reason: SealedText | null; readonly signed: boolean };
  WithdrawalRevoked: Record<never, never>;
  PetitionConcluded: {
    readonly form: ConclusionForm;
    readonly reason: string | null;
    readonly explanation: SealedText | null;
    readonly paperId: string | null;
    readonly continuedIn: readonly string[];
  };
  /** Another unit reads along, as the body that reviews the opinion. */
  ReaderAdmitted: { readonly unit: string };
  /** The matter is handled, or triaged, once more. */
  RoundOpened: {
    readonly reason: RoundReason;
    readonly at: 'handling' | 'triage';
    readonly caseId: string | null;
    readonly note: SealedText | null;
  };
  /** Where a review of the opinion stands; the latest word of a review counts. */
  ReviewNoted: NotedReview;
  ProcedureEnded: { readonly caseId: string };
  ClocksRecounted: { readonly calendarVersion: string };
  HolderSucceeded: { readonly from: string; readonly to: string };
}

export type PetitionEventType = keyof Events;

export type PetitionEventOf<T extends PetitionEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a petition. Other capabilities may read these. */
export type PetitionEvent = { [T in PetitionEventType]: PetitionEventOf<T> }[PetitionEventType];

/** An event as it stands in the record, with who, when and where. */
export type RecordedPetitionEvent = PetitionEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
};

/** The version that new events are written with; older ones pass through `upcast`. */
export const eventVersion = 1;
