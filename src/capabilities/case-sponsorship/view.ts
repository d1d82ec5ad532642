import type { BacklogStatus, PetitionerView } from './backlog.ts';
import type { BacklogStep } from './contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of the ledger. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface BacklogLine {
  readonly id: string;
  readonly status: BacklogStatus;
  readonly batch: Named;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: Named;
  readonly leader: string;
  readonly dueDate: string | null;
  readonly overdue: boolean;
  readonly assignedAt: number;
  readonly closedAt: number | null;
}

/** How far one batch is, as far as the reader sees it. */
export interface BatchCount {
  readonly batch: Named;
  readonly all: number;
  readonly closed: number;
}

export interface BacklogPage {
  readonly items: readonly BacklogLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
  readonly batches: readonly BatchCount[];
  /** The share that should be resolved, such as 0.95. */
  readonly target: number;
}

export interface VerificationView {
  readonly at: number;
  readonly by: string;
  readonly words: string;
}

/** One backlog case with what was done, said and found. */
export interface BacklogView extends BacklogLine {
  readonly version: number;
  readonly listedAs: string | null;
  readonly office: Named;
  readonly proposals: readonly {
    readonly at: number;
    readonly by: string;
    readonly evidence: string;
    readonly view: PetitionerView;
    readonly viewWords: string;
    readonly files: readonly {
      readonly id: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
    }[];
  }[];
  readonly sentBack: readonly VerificationView[];
  readonly closed: VerificationView | null;
  /** Earlier verifications of a case that came back; by nobody where the petition was opened again. */
  readonly cameBack: readonly {
    readonly closed: VerificationView;
    readonly at: number;
    readonly by: string | null;
    readonly words: string | null;
  }[];
  readonly steps: readonly BacklogStep[];
}
