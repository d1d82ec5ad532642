import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { FixedPaper } from '../terms.ts';
import type { AidKind, ApprovalStep } from './aid-rules.ts';

export const ways = ['policy', 'law', 'aid'] as const;
/** Reg. 27: policy supports it; beyond policy, the law is explained; hardship is helped. */
export type Way = (typeof ways)[number];

export const wayStatuses = [
  'chosen',
  'approving',
  'approved',
  'done',
  'refused',
  'changed',
] as const;
export type WayStatus = (typeof wayStatuses)[number];

export const explainingHows = ['talk', 'letter', 'hearing'] as const;
export type ExplainingHow = (typeof explainingHows)[number];

interface Deed {
  readonly at: number;
  readonly userId: string;
}

/** A step on the way of policy, with who advises and until when. */
export interface PathStep {
  readonly id: string;
  readonly text: SealedText;
  readonly dueDate: LocalDate;
  /** Sealed: `{ name, unit, field }`. */
  readonly expert: SealedItem | null;
  readonly done: (Deed & { readonly on: LocalDate; readonly note: SealedText | null }) | null;
}

/** What the law says, told to the petitioner, and what they answered. */
export interface Explanation extends Deed {
  readonly on: LocalDate;
  readonly how: ExplainingHow;
  /** Sealed: `{ name, post }`. */
  readonly by: SealedItem;
  readonly provisions: readonly SealedText[];
  readonly words: SealedText;
  readonly answer: SealedText;
}

/** A step of approval with the unit whose head takes it. */
export type PlacedStep = ApprovalStep & { readonly unit: string };

export interface WayFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/**
 * Help in hardship (Reg. 27, 37). It hangs on circumstances and their legal basis, and on nothing that
 * a petitioner does or leaves undone.
 */
export interface Aid {
  readonly kind: AidKind;
  readonly basis: SealedText;
  readonly circumstances: SealedText;
  /** Fen. */
  readonly amount: number;
  readonly chain: readonly PlacedStep[];
  readonly approvals: readonly (Deed & { readonly stepId: string; readonly words: SealedText })[];
  readonly refused: (Deed & { readonly stepId: string; readonly words: SealedText }) | null;
  readonly sheet: FixedPaper | null;
  readonly paid:
    | (Deed & {
        readonly on: LocalDate;
        readonly proof: SealedText;
        readonly files: readonly WayFile[];
      })
    | null;
}

/** Which of the three ways was chosen for a petition or one of its demands, and how far it is. */
export interface WayOut {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: WayStatus;
  readonly way: Way;
  /** Null: for the whole case. */
  readonly demandId: string | null;
  readonly office: string;
  readonly unit: string;
  readonly chosenAt: number;
  readonly chosenBy: string;
  readonly reason: SealedText;
  readonly steps: readonly PathStep[];
  readonly explanations: readonly Explanation[];
  readonly aid: Aid | null;
  readonly finished: (Deed & { readonly words: SealedText }) | null;
  readonly changed: (Deed & { readonly reason: SealedText }) | null;
  readonly papers: readonly FlowPaper[];
}

/** The step of approval that comes next; null when all are taken, or none is asked for. */
export const nextApproval = ({ aid, status }: Pick<WayOut, 'aid' | 'status'>): PlacedStep | null =>
  aid === null || status !== 'approving' ? null : (aid.chain[aid.approvals.length] ?? null);
