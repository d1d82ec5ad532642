import type { ClockState } from '../../../kernel/case-clocks.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { ConsequenceKind, ConsequencePaperKind } from './settings.ts';

export const consequenceStatuses = [
  'proposed',
  'heard',
  'deciding',
  'in-force',
  'reported',
  'done',
  'dropped',
] as const;
/** The unit is to be heard; was heard; the paper is on its way; it is in force; corrected; over. */
export type ConsequenceStatus = (typeof consequenceStatuses)[number];

export interface ConsequenceFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** What a decision says beyond its words: each kind has days of its own. */
export type Terms =
  | { readonly kind: 'interview'; readonly heldOn: LocalDate; readonly place: SealedText }
  | { readonly kind: 'circulated-notice' }
  | { readonly kind: 'warning'; readonly correctBy: LocalDate }
  | {
      readonly kind: 'listing';
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly correctBy: LocalDate;
    };

/** How the unit was heard: in its own words, or it had nothing to say, or let the days go by. */
export interface Hearing {
  readonly at: number;
  readonly how: 'stated' | 'declined' | 'silent';
  readonly words: SealedText | null;
  readonly attachments: readonly ConsequenceFile[];
}

/** Somebody's words on a day: a correction reported, judged, an interview held. */
export interface Note {
  readonly at: number;
  readonly userId: string;
  readonly on: LocalDate;
  readonly words: SealedText;
  readonly attachments: readonly ConsequenceFile[];
}

/** What takes effect when the paper reaches the unit. */
export interface ConsequenceEffect {
  readonly kind: 'impose';
}
export type ConsequencePaper = FlowPaper<ConsequencePaperKind, ConsequenceEffect>;

/**
 * A consequence for a unit, or for whoever holds a post in it (U-5); it stands beside the petition
 * that gave rise to it, and is never about a petitioner.
 */
export interface Consequence {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: ConsequenceStatus;
  readonly kind: ConsequenceKind;
  readonly office: string;
  readonly unit: string;
  /** The post whose holder it is about; null for the unit itself. */
  readonly post: SealedText | null;
  readonly reason: SealedText;
  /** Other petitions, ladders of letters and the supervision item that it rests on. */
  readonly petitions: readonly string[];
  readonly letters: readonly string[];
  readonly item: string | null;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly heard: Hearing | null;
  readonly terms: Terms | null;
  readonly inForceOn: LocalDate | null;
  readonly corrections: readonly Note[];
  readonly sentBack: readonly Note[];
  /** Carried out, or lifted with what was verified. */
  readonly done: Note | null;
  readonly dropped: Note | null;
  readonly papers: readonly ConsequencePaper[];
  readonly clocks: readonly ClockState[];
}

export const isEnded = ({ status }: Pick<Consequence, 'status'>): boolean =>
  status === 'done' || status === 'dropped';

/** The paper that is under way or has gone out; those sent back are void. */
export const currentPaper = ({
  papers,
}: Pick<Consequence, 'papers'>): ConsequencePaper | undefined =>
  papers.findLast(({ stage }) => stage !== 'void');
