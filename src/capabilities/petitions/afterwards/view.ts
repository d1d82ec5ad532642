import type { RatingLevel } from './practice.ts';
import type { ConclusionForm } from '../petition.ts';
import type { FollowUpResult, RatingExclusion, Solved } from './state.ts';

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

export interface ContestView {
  readonly step: ConclusionForm;
  readonly at: number;
  readonly reasons: string | null;
  readonly state: 'pending' | 'upheld' | 'rejected' | 'overtaken';
  readonly answer: string | null;
  /** Latest day of the decision; null when there is none to wait for. */
  readonly until: string | null;
}

export interface FollowUpView {
  readonly unit: { readonly id: string; readonly name: string };
  readonly tries: number;
  readonly doneAt: number | null;
  readonly result: FollowUpResult | null;
}

/** What a reader sees of what comes after the conclusion. */
export interface AfterwardsView {
  /** The newest window; earlier ones stand in the timeline. */
  readonly rating: RatingView | null;
  readonly ratingExcluded: RatingExclusion | null;
  readonly followUp: FollowUpView | null;
  /** The newest contest. */
  readonly contest: ContestView | null;
  /** The step that the petitioner can contest now. */
  readonly contestable: ConclusionForm | null;
}
