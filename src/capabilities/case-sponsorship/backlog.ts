import type { FlowPaper } from '../../kernel/paper-flow.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';

export const backlogStatuses = ['open', 'proposed', 'closed'] as const;
/** Being resolved; reported as resolved, to be verified; resolved. */
export type BacklogStatus = (typeof backlogStatuses)[number];

/** What the petitioner says to it, as the unit heard it (S-6). */
export const petitionerViews = ['agrees', 'disagrees', 'not-reached'] as const;
export type PetitionerView = (typeof petitionerViews)[number];

/** A file that shows what was done, as petitions keep theirs. */
export interface BacklogFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** The unit says that it is resolved, with what shows it and what the petitioner says. */
export interface Proposal {
  readonly at: number;
  readonly userId: string;
  readonly evidence: SealedText;
  readonly attachments: readonly BacklogFile[];
  readonly view: PetitionerView;
  /** The petitioner's own words, or why they could not be asked. */
  readonly viewWords: SealedText;
}

/** Who looked at it outside the unit, and what they found. */
export interface Verification {
  readonly at: number;
  readonly userId: string;
  readonly words: SealedText;
}

/** A superior's batch; its id follows from its name. */
export interface Batch {
  readonly id: string;
  readonly name: string;
}

/** A petition that a superior listed as backlog (积案), under a leader until it is resolved. */
export interface Backlog {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: BacklogStatus;
  readonly batch: Batch;
  /** Its number in the superior's list; null where that has none. */
  readonly listedAs: string | null;
  readonly office: string;
  readonly unit: string;
  /** The leader who takes it to the end, by name: `{ text }`. */
  readonly leader: SealedText;
  /** Until when the superior wants it resolved. */
  readonly dueDate: LocalDate | null;
  readonly assignedAt: number;
  readonly proposals: readonly Proposal[];
  readonly sentBack: readonly Verification[];
  readonly closed: Verification | null;
  readonly papers: readonly FlowPaper[];
}
