import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';

export const repairStatuses = ['open', 'done', 'dropped'] as const;
export type RepairStatus = (typeof repairStatuses)[number];

/** What came of a repair. */
export const repairResults = ['changed', 'new', 'abolished'] as const;
export type RepairResult = (typeof repairResults)[number];

/** Where a repair stands in the topics: a large one, and a small one within it. */
export interface RepairTopic {
  readonly large: string;
  readonly small: string;
}

export interface RepairPlan {
  readonly title: string;
  readonly topic: RepairTopic;
  readonly goal: SealedText;
  /** Account of the leader who answers for it. */
  readonly leader: string;
  readonly departments: readonly string[];
}

/** The document that was changed, and how. */
export interface RepairOutcome {
  readonly kind: RepairResult;
  readonly documentNumber: string;
  readonly on: LocalDate;
  readonly text: SealedText;
}

/** The repair of a policy under a leader: from gaps in cases to the document that closes them. */
export interface PolicyRepair extends RepairPlan {
  readonly id: string;
  readonly version: number;
  readonly status: RepairStatus;
  readonly office: string;
  readonly begunAt: number;
  readonly begunBy: string;
  /** Gaps that it was begun for; each gap knows its project too. */
  readonly gaps: readonly string[];
  /** Dated steps; each is a commitment of its own. */
  readonly steps: readonly {
    readonly id: string;
    readonly commitmentId: string;
    readonly at: number;
  }[];
  readonly result: (RepairOutcome & { readonly at: number }) | null;
  readonly dropped: { readonly at: number; readonly reason: SealedText } | null;
  /** When the petitioners were told, in epoch ms. */
  readonly toldAt: number | null;
}
