import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type { BacklogFile, Batch, PetitionerView } from './backlog.ts';

interface Events {
  BacklogAssigned: {
    readonly petitionId: string;
    readonly batch: Batch;
    readonly listedAs: string | null;
    readonly office: string;
    readonly unit: string;
    readonly leader: SealedText;
    /** Left out by the first release, which knew leaders by name alone. */
    readonly leaderId?: string | null;
    readonly dueDate: LocalDate | null;
  };
  ClosingProposed: {
    readonly userId: string;
    readonly evidence: SealedText;
    readonly attachments: readonly BacklogFile[];
    readonly view: PetitionerView;
    readonly viewWords: SealedText;
  };
  ClosingSentBack: { readonly userId: string; readonly words: SealedText };
  BacklogClosed: { readonly userId: string; readonly words: SealedText };
  /** What was resolved came back: somebody says why, or its petition was opened again. */
  BacklogTakenUpAgain: { readonly userId: string | null; readonly words: SealedText | null };
  /** A unit ended; its successor stands wherever it stood. */
  BacklogSucceeded: { readonly from: string; readonly to: string };
}

export type BacklogEventType = keyof Events;
export type BacklogEventOf<T extends BacklogEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a backlog case. Other capabilities may read these. */
export type BacklogEvent = { [T in BacklogEventType]: BacklogEventOf<T> }[BacklogEventType];

export type RecordedBacklogEvent = BacklogEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};

/** The version that new events are written with. */
export const backlogEventVersion = 1;
