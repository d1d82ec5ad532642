import type { Named } from '../../../kernel/facts.ts';
import type { DisputeLevel, DisputeStatus } from '../case.ts';
import type { DisputeOrigin } from '../view.ts';
import type { Likeness, Verdict } from './case.ts';

/** An earlier dispute beside a petition, with the reasons for which it is shown. */
export interface MatchView {
  readonly disputeId: string;
  readonly verdict: Verdict;
  /** 0 to 100. */
  readonly score: number;
  readonly likenesses: readonly Likeness[];
  readonly kind: Named;
  readonly region: string;
  readonly about: string;
  readonly status: DisputeStatus;
  readonly level: DisputeLevel;
  readonly recordedAt: number;
  readonly judgedBy: string;
  readonly judgedAt: number | null;
}

/** What is known beside one petition: where it grew from, and what may be the same matter. */
export interface BesidePetition {
  readonly origin: DisputeOrigin | null;
  readonly matches: readonly MatchView[];
  /** 0 where nothing was ever suggested. */
  readonly version: number;
  readonly mayJudge: boolean;
}
