import type { ClockColour } from '../../kernel/clock-colours.ts';
import type { DayLine, LegalBasis, NextRight } from '../../kernel/clocks.ts';
import type { Certainty, PeriodId } from '../../kernel/periods.ts';
import type { AfterwardsView } from './afterwards/view.ts';
import type { PublicCommandType } from './contract.ts';
import type { RelationView } from './related-view.ts';
import type {
  Category,
  Channel,
  Conclusion,
  DemandOutcome,
  LinkMode,
  Outcome,
  PaperKind,
  PaperStage,
  PersonRole,
  Purpose,
  ReviewStage,
  ReviewState,
  RoundReason,
  Status,
  Urgency,
  ServiceWay,
} from './petition.ts';
import type { Capacity, UrgentLevel } from './urgent.ts';
import type { WorkOrderReport } from './work-order.ts';
import type { AgendaPlace } from './agenda.ts';
import type { LevelPart } from './raised.ts';
import type { Adoption, ShortPath, SimpleProcedure } from './short-paths.ts';
import type { DeskTask } from './desk-tasks.ts';

export type { GroupMember, GroupView, RelationView } from './related-view.ts';

export { deskTasks, type DeskTask } from './desk-tasks.ts';

/** One line of the desk or of a list. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface PetitionLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Masked, as `王*`; empty for an anonymous petition. */
  readonly petitioner: string;
  readonly status: Status;
  readonly purpose: Purpose | null;
  readonly channel: Channel;
  readonly category: Category | null;
  readonly urgency: Urgency;
  readonly regionCode: string;
  readonly holder: { readonly id: string; readonly name: string };
  readonly tasks: readonly DeskTask[];
  /** The record beside the petition in which this waits; null where it is the petition itself. */
  readonly case: { readonly kind: string; readonly id: string } | null;
  readonly registeredAt: number;
  readonly daysSinceRegistration: number;
  readonly clock: {
    readonly period: PeriodId;
    readonly dueDate: string;
    readonly dueAt: number;
    readonly remainingDays: number;
    readonly colour: ClockColour;
    readonly provisional: boolean;
  } | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}

export interface ClockView {
  readonly key: string;
  readonly period: PeriodId;
  readonly basis: LegalBasis;
  readonly certainty: Certainty;
  readonly holder: { readonly id: string; readonly name: string };
  readonly startedAt: number;
  readonly dueDate: string;
  readonly dueAt: number;
  readonly remainingDays: number;
  readonly colour: ClockColour;
  readonly provisional: boolean;
  readonly stoppedAt: number | null;
  readonly extensionDays: number;
  readonly nextRight: NextRight | null;
  /** The local profile whose limit this is, beside the law's; null for the law's own (P-9). */
  readonly profile: string | null;
  /** Counted in hours: the moment matters, not the day. */
  readonly hours: boolean;
  /** A window that the petitioner may use, not a duty of a unit: when it is over nobody is late. */
  readonly right: boolean;
}

/** A clock with every day counted or skipped. */
export interface ClockExplanation extends ClockView {
  readonly days: readonly DayLine[];
}

export interface PersonView {
  readonly id: string;
  readonly role: PersonRole;
  /** Masked unless revealed. */
  readonly name: string;
  readonly documentNumber: string;
  readonly mobile: string;
  readonly address: string;
}

export interface RevealedPerson {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

export interface DemandView {
  readonly id: string;
  readonly text: string;
  readonly outcome: DemandOutcome | null;
  readonly execution: {
    readonly responsible: string;
    readonly dueDate: string;
    readonly doneAt: number | null;
  } | null;
}

export interface PaperView {
  readonly id: string;
  readonly kind: PaperKind;
  readonly stage: PaperStage;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly draftedBy: string;
  readonly number: string | null;
  readonly sealedAt: number | null;
  readonly rendered: boolean;
  readonly servedAt: number | null;
  readonly servedBy: ServiceWay | null;
  /** YYYY-MM-DD: the last day of its announcement, on which it is deemed served. */
  readonly announcedUntil: string | null;
  /** A letter between units: it has arrived when it is sealed. */
  readonly internal: boolean;
  /** Steps that this reader may take on it now. */
  readonly steps: readonly PublicCommandType[];
}

export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  /** Display name of the person, or the petitioner, or the system. */
  readonly actor: string;
  readonly unit: string;
  /** Named facts for the sentence in the catalogue: unit names, dates, kinds. */
  readonly facts: Readonly<Record<string, string>>;
  /** Words that somebody wrote, opened for this reader. */
  readonly text: string | null;
  readonly public: boolean;
}

/** Whether this reader may take a step now; if not, why, as a refusal code with its sentence. */
export interface Allowance {
  readonly command: PublicCommandType;
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface PetitionView {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly details: Readonly<Record<string, string>>;
  readonly status: Status;
  readonly channel: Channel;
  readonly purpose: Purpose | null;
  readonly category: Category | null;
  readonly urgency: Urgency;
  readonly region: { readonly code: string; readonly name: string };
  readonly registeredAt: number;
  readonly receivedAt: number;
  readonly daysSinceRegistration: number;
  readonly round: number;
  /** Several purposes in one letter: it is split before it goes anywhere. */
  readonly mixed: boolean;
  /** Units that are accused; empty where the reader sees a part only. */
  readonly accusedUnits: readonly string[];
  readonly anonymous: boolean;
  readonly electronicService: boolean;
  readonly personCount: number;
  readonly office: { readonly id: string; readonly name: string };
  readonly holder: { readonly id: string; readonly name: string };
  readonly officer: { readonly id: string; readonly name: string } | null;
  readonly chain: readonly {
    readonly from: string;
    readonly to: string;
    readonly mode: LinkMode;
    readonly at: number;
    readonly dueDate: string | null;
  }[];
  /** The clock that matters now. */
  readonly clock: ClockView | null;
  readonly clocks: readonly ClockView[];
  readonly next: PublicCommandType | null;
  readonly allowances: readonly Allowance[];
  readonly demands: readonly DemandView[];
  readonly people: readonly PersonView[];
  readonly mayReveal: boolean;
  readonly attachments: readonly AttachmentView[];
  readonly papers: readonly PaperView[];
  readonly tasks: readonly {
    readonly id: string;
    readonly unit: { readonly id: string; readonly name: string };
    readonly text: string;
    readonly dueDate: string;
    readonly doneAt: number | null;
  }[];
  readonly conclusion:
    | (Omit<Conclusion, 'explanation'> & { readonly explanation: string | null })
    | null;
  readonly outcome: Outcome;
  readonly relations: readonly RelationView[];
  /** Whether others are handled together with it, or which one it is handled together with. */
  readonly group: { readonly isHead: boolean; readonly head: string | null };
  readonly report: { readonly stage: string; readonly from: string; readonly to: string } | null;
  readonly withdrawal: { readonly at: number } | null;
  readonly urgentReports: readonly {
    readonly id: string;
    readonly level: UrgentLevel;
    readonly at: number;
    readonly later: boolean;
    readonly text: string;
    readonly addressees: readonly {
      readonly unit: { readonly id: string; readonly name: string };
      readonly capacity: Capacity;
      readonly receivedAt: number | null;
      readonly repliedAt: number | null;
      readonly reply: string | null;
    }[];
  }[];
  /** What went back to the 12345 hotline, oldest first. */
  readonly workOrderReports: readonly (Omit<WorkOrderReport, 'text' | 'reason'> & {
    readonly text: string;
    readonly reason: string | null;
  })[];
  /** Who leads, helps and supervises since it was raised, from above; else empty (J-2). */
  readonly levels: readonly {
    readonly unit: { readonly id: string; readonly name: string };
    readonly part: LevelPart;
  }[];
  readonly raiseProposal: {
    readonly to: string;
    readonly by: string;
    readonly at: number;
    readonly reason: string;
  } | null;
  /** Its place before the joint meeting. */
  readonly agenda:
    | (Omit<AgendaPlace, 'text' | 'unit'> & { readonly unit: string; readonly text: string | null })
    | null;
  readonly simple: SimpleProcedure | null;
  readonly adoption: Adoption | null;
  readonly honours: readonly { readonly at: number; readonly text: string }[];
  /** Reviews of its opinions, oldest first. */
  readonly reviews: readonly ReviewNote[];
  /** 三级终结, epoch ms. */
  readonly procedureEndedAt: number | null;
  /** Why it is handled once more; null in the first round. */
  readonly roundReason: RoundReason | null;
  /** Null for whoever sees only a part of the petition. */
  readonly afterwards: AfterwardsView | null;
  readonly timeline: readonly TimelineEntry[];
}

/** A review as the petition knows it. */
export interface ReviewNote {
  readonly id: string;
  readonly stage: ReviewStage;
  readonly state: ReviewState;
  /** Empty while the petitioner chooses between two lawful bodies. */
  readonly body: string;
  readonly requestedAt: number;
}

/** What a petitioner sees with number and code, in the portal and in the public interface. */
export interface PublicProgress {
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  /** A suggestion, enquiry or thanks on its own short path (P-18). */
  readonly path: ShortPath | null;
  readonly registeredAt: number;
  readonly holder: { readonly name: string; readonly phone: string };
  readonly office: { readonly name: string; readonly phone: string };
  /** The latest day of the answer that is awaited now; null when nothing is awaited. */
  readonly latest: {
    readonly period: PeriodId;
    readonly dueDate: string;
    readonly provisional: boolean;
  } | null;
  /** What the petitioner can do now, most useful first. */
  readonly actions: readonly (
    | 'add'
    | 'answer'
    | 'withdraw'
    | 'revoke'
    | 'request-review'
    | 'rate'
    | 'contest'
  )[];
  readonly reviewUntil: string | null;
  readonly afterwards: AfterwardsView;
  readonly supplementAsked: string | null;
  readonly reviews: readonly ReviewNote[];
  readonly procedureEndedAt: number | null;
  readonly demands: readonly DemandView[];
  readonly conclusion: {
    readonly form: string;
    readonly reason: string | null;
    readonly explanation: string | null;
  } | null;
  /** Where it goes on after a split or merger; an id only for what its petitioner may open too. */
  readonly continuedIn: readonly { readonly id?: string; readonly number: string }[];
  /** The office that leads since the matter was raised, and when; null where it was not (J-2). */
  readonly raised: { readonly to: string; readonly at: number } | null;
  /** Handled together with others who have the same matter; who and how many is not theirs to know. */
  readonly together: boolean;
  readonly history: readonly TimelineEntry[];
  readonly papers: readonly {
    readonly id: string;
    readonly kind: PaperKind;
    readonly number: string | null;
    readonly servedAt: number | null;
  }[];
}
