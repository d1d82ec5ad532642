import type { LocalDate } from '../../kernel/local-date.ts';
import type { PaperCommandData } from '../../kernel/paper-flow.ts';
import type { AfterwardsCommands } from './afterwards/commands.ts';
import type { Registration } from './events.ts';
import type {
  AttachmentRef,
  Category,
  DemandAnswer,
  FileReason,
  NoLongerReason,
  NonAcceptanceReason,
  NotedReview,
  Outcome,
  PaperKind,
  Purpose,
  RedirectWay,
  RoundReason,
  SealedText,
  PaperEffect,
  SealedItem,
  Status,
  Urgency,
} from './petition.ts';
import type { PathCommands } from './short-paths.ts';
import type { UrgentCommands } from './urgent.ts';
import type { WorkOrderCommands } from './work-order.ts';
import type { AgendaCommands } from './agenda.ts';
import type { RaisedCommands } from './raised.ts';
import type { StatedKind } from './related.ts';

/** What a rule must know of the head that a petition joins. */
export interface GroupHead {
  readonly id: string;
  readonly isHead: boolean;
  readonly open: boolean;
  readonly accusation: boolean;
  readonly office: string;
}

/** A paper of a head made out to a member, ready to be recorded. */
export interface GroupAnswer {
  readonly headPaperId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly issuer: string;
  readonly text: SealedText | null;
  readonly effect: PaperEffect | null;
  readonly number: string;
  readonly document: SealedItem;
  readonly verifyCode: string;
}

/** What somebody may ask of a petition. Texts are sealed before `decide` sees the command. */
interface Commands
  extends
    PaperCommandData,
    PathCommands,
    AfterwardsCommands,
    UrgentCommands,
    WorkOrderCommands,
    RaisedCommands,
    AgendaCommands {
  register: { readonly registration: Registration };
  classify: {
    readonly purpose: Purpose;
    readonly category: Category | null;
    readonly urgency: Urgency;
    readonly regionCode: string;
    readonly accusedUnits: readonly string[];
    readonly named: readonly string[];
    /** Several purposes in one letter; left out, it is of one. */
    readonly mixed?: boolean | undefined;
  };
  addMaterial: {
    readonly text: SealedText | null;
    readonly attachments: readonly AttachmentRef[];
  };
  replaceLookupCode: Record<never, never>;
  nameHandler: { readonly userId: string };
  chooseOfficer: { readonly userId: string };

  refer: { readonly to: string; readonly instruction: SealedText | null; readonly paperId: string };
  assign: {
    readonly to: string;
    readonly dueDate: LocalDate;
    readonly instruction: SealedText | null;
    readonly paperId: string;
  };
  handOver: {
    readonly to: string;
    readonly instruction: SealedText | null;
    readonly paperId: string;
    readonly named: readonly string[];
  };
  confirmReceipt: Record<never, never>;
  returnHandOver: { readonly reason: SealedText };
  notAccept: {
    readonly reason: NonAcceptanceReason;
    readonly explanation: SealedText;
    readonly paperId: string;
  };
  noLongerAccept: {
    readonly reason: NoLongerReason;
    /** What ended the matter: the earlier petition, or a decision named in full; null for neither. */
    readonly ended: { readonly petition: string | null } | null;
    readonly explanation: SealedText;
    readonly paperId: string;
  };
  redirect: {
    readonly way: RedirectWay;
    readonly explanation: SealedText;
    readonly awaitsReceipt: boolean;
    readonly paperId: string;
  };
  startRoute: {
    readonly way: RedirectWay;
    readonly dueDate: LocalDate;
    readonly explanation: SealedText;
    readonly paperId: string;
  };
  recordRouteResult: { readonly result: SealedText };
  fileOnly: {
    readonly reason: FileReason;
    readonly explanation: SealedText;
    readonly paperId: string;
  };
  merge: { readonly into: string; readonly explanation: SealedText; readonly paperId: string };
  absorb: { readonly petition: string };
  relate: {
    readonly relationId: string;
    readonly kind: StatedKind;
    readonly side: 'from' | 'to';
    readonly other: string;
    readonly reason: SealedText;
    readonly suggested: boolean;
  };
  undoRelation: { readonly relationId: string; readonly reason: SealedText };
  undoMerge: { readonly reason: SealedText };
  undoAbsorption: { readonly petition: string; readonly reason: SealedText };
  formGroup: { readonly reason: SealedText };
  dissolveGroup: { readonly reason: SealedText };
  joinGroup: {
    readonly relationId: string;
    readonly head: GroupHead;
    readonly consent: boolean;
    readonly reason: SealedText;
    readonly suggested: boolean;
  };
  leaveGroup: { readonly reason: SealedText | null };
  followHead: {
    readonly head: string;
    readonly place: { readonly status: Status; readonly holder: string; readonly round: number };
    readonly redoDue: LocalDate | null;
    readonly answers: readonly GroupAnswer[];
    /** The head came to an end that is no answer for its members. */
    readonly ended: boolean;
    /** There is no group any more: it had been formed wrongly. */
    readonly dissolved: boolean;
  };
  split: {
    readonly parts: readonly {
      readonly id: string;
      readonly demandIds: readonly string[];
      /** A demand that is written down only now. */
      readonly addsDemand?: boolean;
      readonly purpose?: Purpose;
    }[];
    /** Who sees the undivided letter from then on when a part of it is an accusation (L-5). */
    readonly named?: readonly string[];
    readonly explanation: SealedText;
    readonly paperId: string;
  };

  object: { readonly reasons: SealedText };
  decideObjection: {
    readonly upheld: boolean;
    readonly reasons: SealedText;
    readonly paperId: string;
  };
  decideCompetence: {
    readonly unit: string;
    readonly reasons: SealedText;
    readonly paperId: string;
  };
  accept: { readonly officer: string; readonly paperId: string };
  passDown: { readonly to: string; readonly instruction: SealedText | null };

  giveTask: {
    readonly taskId: string;
    readonly unit: string;
    readonly text: SealedText;
    readonly dueDate: LocalDate;
  };
  completeTask: { readonly taskId: string; readonly result: SealedText };
  recordTalk: { readonly record: SealedText; readonly heldAt: number };
  askSupplement: {
    readonly request: SealedText;
    readonly clarification: boolean;
    readonly paperId: string;
  };
  withdrawOfficial: {
    readonly userId: string;
    readonly reason: SealedText;
    readonly replacement: string | null;
  };
  requestExtension: {
    readonly days: number;
    readonly reason: SealedText;
    readonly paperId: string;
  };
  refuseExtension: { readonly reason: SealedText };
  draftOpinion: {
    readonly demands: readonly DemandAnswer[];
    readonly paperId: string;
    /** After a review sent it back: what was found that is new, where the answer stays the same. */
    readonly changed?: SealedText | null;
  };
  /** What a promise beside the petition came to: carried out, or not so after all. */
  completeExecution: {
    readonly demandId: string;
    readonly commitmentId: string;
    /** Epoch ms: when it was reported, however long it took to be confirmed. */
    readonly doneAt: number;
  };
  reopenExecution: { readonly demandId: string; readonly commitmentId: string };
  recordOutcome: Outcome;

  draftPaper: {
    readonly paperId: string;
    readonly kind: PaperKind;
    readonly issuer: string;
    readonly text: SealedText;
  };
  fileReport: { readonly text: SealedText; readonly paperId: string };
  questionReport: { readonly question: SealedText };
  acceptReport: Record<never, never>;
  returnReport: { readonly reason: SealedText; readonly dueDate: LocalDate };

  withdraw: { readonly reason: SealedText | null; readonly signed: boolean };
  revokeWithdrawal: Record<never, never>;
  completeWithdrawal: { readonly paperId: string };
  admitReader: { readonly unit: string };
  /** Handles or triages a concluded matter once more; given by reaction to another record. */
  openRound: {
    readonly reason: RoundReason;
    readonly at: 'handling' | 'triage';
    readonly caseId: string | null;
    readonly note: SealedText | null;
  };
  noteReview: NotedReview;
  endProcedure: { readonly caseId: string };
  recountClocks: { readonly calendarVersion: string };
  succeedHolder: { readonly from: string; readonly to: string };
}

export type CommandType = keyof Commands;

export type CommandOf<T extends CommandType> = { readonly type: T } & Commands[T];

export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
