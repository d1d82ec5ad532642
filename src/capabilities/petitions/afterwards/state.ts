import type { ConclusionForm, SealedText, Status } from '../petition.ts';

/** What the petitioner says of a demand; it may differ from what the opinion says (P-10). */
export const solvedWords = ['solved', 'partly', 'not'] as const;
export type Solved = (typeof solvedWords)[number];

/** Why a concluded petition is not rated (国信发〔2022〕11号, secondary). */
export const ratingExclusions = [
  'accusation',
  'repeat',
  'legal-route',
  'continued',
  'not-handled',
] as const;
export type RatingExclusion = (typeof ratingExclusions)[number];

/** One rating as the petitioner gave it. */
export interface RatingValue {
  readonly at: number;
  /** By which scale; the codes below are its own. */
  readonly scale: string;
  readonly office: string;
  readonly unit: string;
  readonly demands: readonly { readonly demandId: string; readonly solved: Solved }[];
  readonly reason: SealedText | null;
  readonly bad: boolean;
}

/** One window, opened by one conclusion. */
export interface Rating {
  readonly round: number;
  readonly openedAt: number;
  /** Who is rated: the office that answers for it and the unit that handled it. */
  readonly office: string;
  readonly unit: string;
  /** Never changed again. */
  readonly first: RatingValue | null;
  readonly current: RatingValue | null;
  readonly reminders: number;
  readonly closedAt: number | null;
  /** Whether somebody of the office looked at the bad rating that stands now. */
  readonly noted: boolean;
}

export const followUpWays = ['call', 'visit'] as const;
export type FollowUpWay = (typeof followUpWays)[number];

export const followUpResults = ['satisfied', 'dissatisfied', 'relapsed', 'not-reached'] as const;
export type FollowUpResult = (typeof followUpResults)[number];

/** 回访: a call or visit after the conclusion, by the unit that handled it. */
export interface FollowUp {
  readonly round: number;
  readonly scheduledAt: number;
  readonly unit: string;
  /** How often nobody was reached. */
  readonly tries: number;
  readonly doneAt: number | null;
  readonly result: FollowUpResult | null;
}

/** 异议核查: the petitioner contests a step that came without an opinion (P-19). */
export interface Contest {
  readonly id: string;
  readonly round: number;
  readonly step: ConclusionForm;
  readonly at: number;
  /** Null: a petitioner need not say why. */
  readonly reasons: SealedText | null;
  readonly signed: boolean;
  readonly upheld: boolean | null;
  readonly decidedAt: number | null;
  readonly answer: SealedText | null;
  /** The matter went on in another way before anybody decided. */
  readonly overtaken: boolean;
}

/** What is worked out of the record after conclusion; older records begin with `beforehand`. */
export interface Afterwards {
  /** Material came that whoever holds the petition has not looked at yet. */
  readonly supplementArrived: boolean;
  readonly ratings: readonly Rating[];
  readonly ratingExcluded: RatingExclusion | null;
  readonly followUps: readonly FollowUp[];
  readonly contests: readonly Contest[];
  /** Staff who had part in the step that ended, or is ending, this round. */
  readonly stepActors: readonly string[];
  /** Where it stood when that step took effect. */
  readonly stoodIn: Status | null;
}

export const beforehand: Afterwards = {
  supplementArrived: false,
  ratings: [],
  ratingExcluded: null,
  followUps: [],
  contests: [],
  stepActors: [],
  stoodIn: null,
};
