import type { EndingResult, MeasureKind, SponsoredStatus } from './case.ts';
import type { SponsoredStep, TaskStep } from './contract.ts';
import type { Post } from './posts.ts';
import type { TaskStatus } from './task.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A leader by user, with the unit in whose name they lead. */
export interface LeaderView {
  readonly userId: string;
  readonly name: string;
  readonly unit: Named;
}

/** One of the seven in a list: which post, how far, until when; never what or who. */
export interface PostLine {
  readonly id: string;
  readonly post: string;
  readonly status: TaskStatus;
  readonly dueDate: string;
  readonly overdue: boolean;
}

/** One line of the ledger. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface SponsoredLine {
  readonly id: string;
  readonly status: SponsoredStatus;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: Named;
  readonly region: Named;
  readonly leader: LeaderView;
  readonly leaderLeft: boolean;
  readonly openedAt: number;
  readonly next: { readonly what: string; readonly date: string } | null;
  /** A step of the plan, or a task of one of the seven, is past its day. */
  readonly overdue: boolean;
  readonly posts: readonly PostLine[];
  readonly result: EndingResult | null;
}

export interface SponsoredPage {
  readonly items: readonly SponsoredLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}

export interface DeedView {
  readonly at: number;
  readonly by: string;
  readonly words: string;
}

export interface MilestoneView {
  readonly id: string;
  readonly what: string;
  readonly responsible: string;
  readonly date: string;
  /** What the petitioner reads of it; empty where it is inside the office. */
  readonly told: string;
  readonly state: 'open' | 'done' | 'missed';
  readonly missed: boolean;
  readonly doneOn: string | null;
  readonly reports: readonly (DeedView & { readonly outcome: 'done' | 'missed' })[];
  readonly moved: readonly {
    readonly at: number;
    readonly by: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
}

/** The task of one of the seven, as somebody sees it who reads the case. */
export interface TaskView extends PostLine {
  readonly version: number;
  readonly label: { readonly zh: string; readonly en: string };
  readonly ownOnly: boolean;
  readonly holder: {
    readonly userId: string | null;
    readonly name: string;
    readonly telephone: string;
  };
  readonly task: string;
  readonly moved: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
  readonly reports: readonly DeedView[];
  readonly returns: readonly DeedView[];
  readonly withdrawn: DeedView | null;
  readonly steps: readonly TaskStep[];
}

/** What one of the seven sees of their own task: nothing of the case but who gave it. */
export interface OwnTask {
  readonly id: string;
  readonly version: number;
  readonly status: TaskStatus;
  readonly label: { readonly zh: string; readonly en: string };
  readonly task: string;
  readonly dueDate: string;
  readonly overdue: boolean;
  readonly givenBy: string;
  readonly givenAt: number;
  readonly reports: readonly DeedView[];
  readonly returns: readonly DeedView[];
  /** The case, where the reader may open it anyway. */
  readonly caseId: string | null;
  readonly mayReport: boolean;
}

export type TimelineKind =
  | 'proposed'
  | 'taken'
  | 'declined'
  | 'again'
  | 'plan'
  | 'handOver'
  | 'leader'
  | 'ending'
  | 'returned'
  | 'ended';

export interface SponsoredView extends SponsoredLine {
  readonly version: number;
  readonly office: Named;
  readonly takenAt: number | null;
  readonly proposal: DeedView | null;
  readonly declined: DeedView | null;
  readonly plan: {
    readonly at: number;
    readonly by: string;
    readonly matterKnot: string;
    readonly mindKnot: string;
    readonly measures: readonly { readonly kind: MeasureKind; readonly words: string }[];
  } | null;
  readonly milestones: readonly MilestoneView[];
  readonly tasks: readonly TaskView[];
  readonly notes: readonly DeedView[];
  readonly handOver: {
    readonly to: LeaderView;
    readonly reason: string;
    readonly at: number;
  } | null;
  readonly ending: (DeedView & { readonly result: EndingResult }) | null;
  readonly verified: DeedView | null;
  readonly timeline: readonly {
    readonly at: number;
    readonly kind: TimelineKind;
    readonly by: string;
    readonly words: string;
  }[];
  /** The usual next one first. */
  readonly steps: readonly SponsoredStep[];
  readonly mayGiveTasks: boolean;
  readonly mayPromise: boolean;
}

export interface PostsView {
  readonly posts: readonly Post[];
  readonly source: string;
  /** 0: the usual practice, nobody has changed it. */
  readonly version: number;
  readonly mayChange: boolean;
}

/** The case of one petition, as other pages link to it. */
export interface SponsoredCase {
  readonly id: string;
  readonly leader: LeaderView;
  readonly state: SponsoredStatus;
}
