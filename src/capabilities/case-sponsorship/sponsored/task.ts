import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';

export const taskStatuses = ['given', 'reported', 'accepted', 'withdrawn'] as const;
/** To be done; said to be done; accepted by the leader; taken back. */
export type TaskStatus = (typeof taskStatuses)[number];

/** Who holds one of the seven posts: a user of the program, or a name with a telephone. */
export interface PostHolder {
  /** Null for somebody without an account. */
  readonly userId: string | null;
  /** `{ name, telephone }`. */
  readonly contact: SealedItem;
}

interface Words {
  readonly userId: string;
  readonly words: SealedText;
}

/** A post as the configuration had it when the task was given. */
export interface GivenPost {
  readonly code: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** The holder sees the own task and nothing else of the case. */
  readonly ownOnly: boolean;
}

export interface TaskEvents {
  TaskGiven: Words & {
    readonly caseId: string;
    readonly petitionId: string;
    readonly post: GivenPost;
    readonly holder: PostHolder;
    readonly dueDate: LocalDate;
  };
  TaskDateMoved: Words & { readonly from: LocalDate; readonly to: LocalDate };
  TaskReported: Words;
  TaskAccepted: { readonly userId: string };
  TaskReturned: Words;
  TaskWithdrawn: Words;
}

interface Said {
  readonly at: number;
  readonly userId: string;
  readonly words: SealedText;
}

/** What one of the seven does in a case (七包一, S-2): a record of its own, which its holder reads. */
export interface PostTask {
  readonly id: string;
  readonly caseId: string;
  readonly petitionId: string;
  readonly version: number;
  readonly status: TaskStatus;
  readonly post: GivenPost;
  readonly holder: PostHolder;
  readonly givenBy: string;
  readonly givenAt: number;
  readonly task: SealedText;
  readonly dueDate: LocalDate;
  readonly moved: readonly (Said & { readonly from: LocalDate; readonly to: LocalDate })[];
  readonly reports: readonly Said[];
  readonly returns: readonly Said[];
  readonly acceptedAt: number | null;
  readonly withdrawn: Said | null;
}

/** Its day is over and nobody has said that it is done. */
export const isTaskOverdue = (
  { status, dueDate }: Pick<PostTask, 'status' | 'dueDate'>,
  today: LocalDate,
): boolean => status === 'given' && dueDate < today;
