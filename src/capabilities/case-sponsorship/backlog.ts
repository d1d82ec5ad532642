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

/** Why a resolved case is open again; by nobody where its petition was opened again. */
export interface TakenUpAgain {
  readonly at: number;
  readonly userId: string | null;
  readonly words: SealedText | null;
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
  /** That leader's user id, where the name is that of one leader of the program; else null. */
  readonly leaderId: string | null;
  /** Until when the superior wants it resolved. */
  readonly dueDate: LocalDate | null;
  readonly assignedAt: number;
  readonly proposals: readonly Proposal[];
  readonly sentBack: readonly Verification[];
  /** The last verification, while the case is resolved. */
  readonly closed: Verification | null;
  /** Earlier verifications, of cases that came back, and why they did. */
  readonly cameBack: readonly { readonly closed: Verification; readonly again: TakenUpAgain }[];
  readonly papers: readonly FlowPaper[];
}
