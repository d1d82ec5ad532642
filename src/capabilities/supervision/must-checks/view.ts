import type { Check, EndCause, Evidence, ItemStatus } from './case.ts';
import type { ItemStep } from './contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of the list. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface ItemLine {
  readonly id: string;
  readonly check: Check;
  readonly status: ItemStatus;
  /** Null where it is about the unit as a whole. */
  readonly petition: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
  } | null;
  readonly unit: Named;
  readonly office: Named;
  readonly raisedAt: number;
  /** Until when the unit answers. */
  readonly dueDate: string;
  readonly overdue: boolean;
}

export interface ItemPage {
  readonly items: readonly ItemLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
  readonly mayOrder: boolean;
}

/** What a hit rests on, with its words opened and numbers in place of ids where the reader may know. */
export type EvidenceView =
  | Exclude<Evidence, { readonly kind: 'ground' | 'repeat' | 'finding' }>
  | (Omit<Extract<Evidence, { readonly kind: 'finding' }>, 'words'> & { readonly words: string })
  | (Omit<Extract<Evidence, { readonly kind: 'ground' }>, 'words'> & { readonly words: string })
  | (Extract<Evidence, { readonly kind: 'repeat' }> & { readonly number: string | null });

export interface OccurrenceView {
  readonly number: number;
  readonly foundAt: number;
  readonly evidence: EvidenceView;
  readonly ended: { readonly cause: EndCause; readonly at: number } | null;
}

export interface WrittenView {
  readonly at: number;
  readonly by: string;
  readonly words: string;
}

/** One supervision item with what was found, answered and decided. */
export interface ItemView extends ItemLine {
  readonly version: number;
  readonly openedAt: number;
  /** When it was opened, and each time it was opened again. */
  readonly raised: readonly number[];
  /** Who ordered it; empty where the system found it. */
  readonly orderedBy: string;
  readonly occurrences: readonly OccurrenceView[];
  readonly answers: readonly (WrittenView & { readonly late: boolean })[];
  readonly returned: readonly (WrittenView & { readonly dueDate: string })[];
  readonly closings: readonly WrittenView[];
  /** The one step that comes next for this reader, first; then the others. */
  readonly steps: readonly ItemStep[];
}
