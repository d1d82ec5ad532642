import type { FlowPaper } from '../../../kernel/paper-flow.ts';

/** Why a dispute may be the same matter; never who is concerned by it. */
export const likenesses = ['village', 'township', 'kind', 'words'] as const;
export type Likeness = (typeof likenesses)[number];

/** What was made of a match; `origin`: the petition grew out of the dispute. */
export const verdicts = ['suggested', 'confirmed', 'rejected', 'origin'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Match {
  readonly disputeId: string;
  /** 0 to 1, as the program worked it out; 1 for the dispute that the petition grew out of. */
  readonly score: number;
  readonly likenesses: readonly Likeness[];
  readonly verdict: Verdict;
  readonly suggestedAt: number;
  readonly judgedAt: number | null;
  /** User id of whoever confirmed or rejected it. */
  readonly judgedBy: string | null;
}

/** Earlier disputes that may be one matter with a petition (D-2); one record beside each petition. */
export interface EarlyWarning {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly papers: readonly FlowPaper[];
  readonly openedAt: number;
  readonly office: string;
  /** When the petition came: the rate counts it in that period. */
  readonly registeredAt: number;
  readonly matches: readonly Match[];
}

/** Known before by people's word: confirmed, or grown out of it. */
export const isKnownBefore = ({ matches }: Pick<EarlyWarning, 'matches'>): boolean =>
  matches.some(({ verdict }) => verdict === 'confirmed' || verdict === 'origin');
