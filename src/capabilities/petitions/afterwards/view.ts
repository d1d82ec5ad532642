import type { RatingLevel } from './practice.ts';
import type { RatingExclusion, Solved } from './state.ts';

/** A level as it is said, from the scale by which it was given. */
export type LevelView = Pick<RatingLevel, 'code' | 'zh' | 'en' | 'bad'>;

export interface RatingValueView {
  readonly at: number;
  readonly office: LevelView;
  readonly unit: LevelView;
  readonly demands: readonly { readonly demandId: string; readonly solved: Solved }[];
  readonly reason: string | null;
}

export interface RatingView {
  readonly round: number;
  readonly office: { readonly id: string; readonly name: string };
  readonly unit: { readonly id: string; readonly name: string };
  /** Last day on which the petitioner may rate or change it; null when the window is over. */
  readonly until: string | null;
  readonly first: RatingValueView | null;
  readonly current: RatingValueView | null;
  readonly noted: boolean;
  readonly scale: {
    readonly source: { readonly zh: string; readonly en: string };
    readonly levels: readonly LevelView[];
  };
}

/** What a reader sees of what comes after the conclusion. */
export interface AfterwardsView {
  /** The newest window; earlier ones stand in the timeline. */
  readonly rating: RatingView | null;
  readonly ratingExcluded: RatingExclusion | null;
}
