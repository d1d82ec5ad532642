import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';

export const programmeStatuses = ['drafted', 'approved', 'closed'] as const;
/** Written, not yet approved; under way; over. */
export type ProgrammeStatus = (typeof programmeStatuses)[number];

/** One of the teams (督查组): who leads it and who belongs to it, by user id. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly leader: string;
  /** The leader among them. */
  readonly members: readonly string[];
  /** Units in which its members have a post: none of them is inspected by it. */
  readonly units: readonly string[];
}

export interface Round {
  readonly id: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Why a petition is not drawn from though it fits. */
export const exclusionReasons = ['drawn-before', 'under-inspection'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/**
 * Where the seed comes from, said when the list is frozen: a public text that nobody in the office
 * can choose, known only later; or the server's own randomness after the freeze.
 */
export type SeedSource =
  | { readonly kind: 'public'; readonly text: string; readonly from: LocalDate }
  | { readonly kind: 'server' };

/** An entry of a list: what everybody reads, and the petition that it stands for. */
export interface DrawEntry {
  readonly entry: string;
  readonly petitionId: string;
}

export interface Draw {
  readonly id: string;
  /** Epoch ms. */
  readonly frozenAt: number;
  /** In the order of the entries, which tells nothing of the petitions. */
  readonly list: readonly DrawEntry[];
  readonly excluded: readonly (DrawEntry & { readonly reason: ExclusionReason })[];
  /** SHA-256 of the entries, one a line. */
  readonly listHash: string;
  /** How many are drawn. */
  readonly take: number;
  readonly source: SeedSource;
  readonly drawn: {
    readonly at: number;
    readonly by: string;
    readonly seed: string;
    /** Entries, in the order in which they were drawn. */
    readonly result: readonly string[];
  } | null;
}

/** What is planned of inspections: theme, basis, period, teams, rounds (督查方案). */
export interface Programme {
  readonly id: string;
  readonly version: number;
  readonly status: ProgrammeStatus;
  readonly office: string;
  /** As official papers name it; stands open, and on the page of a draw. */
  readonly theme: string;
  readonly basis: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What is checked first of all (重点督查). */
  readonly focus: SealedText;
  readonly teams: readonly Team[];
  readonly rounds: readonly Round[];
  readonly plannedAt: number;
  readonly plannedBy: string;
  readonly approvedAt: number | null;
  readonly closedAt: number | null;
  readonly draws: readonly Draw[];
}

/** The petitions that a draw came to, in its order. */
export const petitionsDrawn = ({ list, drawn }: Draw): readonly string[] => {
  const byEntry = new Map(list.map(({ entry, petitionId }) => [entry, petitionId]));
  return (drawn?.result ?? []).flatMap((entry) => byEntry.get(entry) ?? []);
};

/** What everybody may read of a draw; it names neither petition nor unit nor person. */
export interface PublishedDraw {
  readonly theme: string;
  readonly entries: readonly string[];
  readonly excluded: readonly { readonly entry: string; readonly reason: ExclusionReason }[];
  readonly listHash: string;
  readonly take: number;
  readonly source: Draw['source'];
  readonly drawn: {
    readonly on: LocalDate;
    readonly seed: string;
    readonly result: readonly string[];
  } | null;
}

export interface DrawRow extends PublishedDraw {
  readonly id: string;
  readonly office: string;
  /** Epoch ms. */
  readonly frozenAt: number;
}
