import type { PaperKind, Status } from './petition.ts';

/** A related petition: who said so, when, why; undone ones too (P-13). */
export interface RelationView {
  readonly relationId: string;
  readonly kind:
    | 'merged-into'
    | 'absorbed'
    | 'split-from'
    | 'split-into'
    | 'repeat-of'
    | 'repeated-by'
    | 'same-matter'
    | 'member-of';
  readonly id: string;
  readonly number: string;
  readonly at: number;
  readonly by: string;
  readonly reason: string | null;
  readonly suggested: boolean;
  readonly undone: {
    readonly at: number;
    readonly by: string;
    readonly reason: string | null;
  } | null;
}

/** A group matter in numbers, never by person. */
export interface GroupView {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  /** Whether this reader may let others join. */
  readonly joinable: boolean;
  /** Formed wrongly and undone. */
  readonly dissolved: boolean;
  readonly members: number;
  readonly behind: number;
  readonly answers: readonly {
    readonly paperId: string;
    readonly kind: PaperKind;
    readonly number: string | null;
    readonly sealedAt: number | null;
    readonly issued: number;
    readonly served: number;
  }[];
}

export interface GroupMember {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly petitioner: string;
  readonly status: Status;
  readonly joinedAt: number;
  readonly behind: boolean;
  readonly received: number;
  readonly served: number;
}
