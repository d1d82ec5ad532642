import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PaperEvent } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { RepairPlan, RepairOutcome } from './policy-repair.ts';
import type {
  Adoption,
  AnswerPeriod,
  RecommendationContent,
  RecommendationEffect,
  RecommendationFile,
  RecommendationWords,
} from './recommendation.ts';

interface Succession {
  readonly from: string;
  readonly to: string;
}

interface RecommendationEvents {
  RecommendationDrafted: RecommendationContent & {
    readonly office: string;
    readonly period: AnswerPeriod;
  };
  /** A returned draft was written anew. */
  RecommendationReworded: RecommendationWords;
  /** Given up before the seal. */
  RecommendationDropped: { readonly reason: SealedText };
  /** A petition of it became an accusation before the seal. */
  RecommendationWithdrawn: Record<never, never>;
  /**
   * After the seal, a petition on which it stands became an accusation: nothing of it leads there any
   * more. `withItem`: the supervision item of it is about that petition.
   */
  RecommendationBasisWithheld: { readonly petitionId: string; readonly withItem: boolean };
  /** The petition was an accusation by mistake. */
  RecommendationBasisRestored: { readonly petitionId: string };
  /** The body has it; from this day its answer is counted. */
  RecommendationServed: { readonly servedOn: LocalDate; readonly answerBy: LocalDate };
  RecommendationAnswered: {
    readonly adoption: Adoption;
    readonly text: SealedText;
    readonly doneBy: LocalDate | null;
    readonly recorded: boolean;
  };
  /** What was due on a day had not come when the day was over. */
  RecommendationOverdue: { readonly dueOn: LocalDate };
  AdoptionReported: { readonly text: SealedText; readonly files: readonly RecommendationFile[] };
  AdoptionVerified: { readonly text: SealedText };
  AdoptionSentBack: { readonly text: SealedText; readonly doneBy: LocalDate };
  RecommendationSucceeded: Succession;
}
export type RecommendationEventType = keyof RecommendationEvents;
export type RecommendationEventOf<T extends RecommendationEventType> = {
  readonly type: T;
  readonly data: RecommendationEvents[T];
};
/** What happened to a recommendation. Other capabilities may read these. */
export type RecommendationEvent =
  | { [T in RecommendationEventType]: RecommendationEventOf<T> }[RecommendationEventType]
  | PaperEvent<'recommendation', RecommendationEffect>;

interface GapEvents {
  PolicyGapNoted: {
    readonly office: string;
    readonly notedAtUnit: string;
    readonly petitionId: string;
    readonly department: string;
    /** What people call the field: a category's name, or words of the office; no petitioner's words. */
    readonly topic: string;
    readonly policy: SealedText;
    readonly missing: SealedText;
  };
  PolicyGapGrouped: { readonly projectId: string };
  PolicyGapRepaired: { readonly projectId: string };
  PolicyGapDropped: { readonly reason: SealedText };
  /** The project was dropped: the gap waits for another. */
  PolicyGapReleased: Record<never, never>;
  PolicyGapWithdrawn: Record<never, never>;
  PolicyGapSucceeded: Succession;
}
export type GapEventType = keyof GapEvents;
export type GapEventOf<T extends GapEventType> = { readonly type: T; readonly data: GapEvents[T] };
/** What happened to a gap. */
export type GapEvent = { [T in GapEventType]: GapEventOf<T> }[GapEventType];

interface RepairEvents {
  PolicyRepairBegun: RepairPlan & { readonly office: string; readonly gaps: readonly string[] };
  PolicyRepairChanged: RepairPlan;
  GapsAdded: { readonly gaps: readonly string[] };
  RepairStepAdded: { readonly stepId: string; readonly commitmentId: string };
  PolicyRepaired: RepairOutcome;
  PolicyRepairDropped: { readonly reason: SealedText };
  PetitionersTold: Record<never, never>;
  PolicyRepairSucceeded: Succession;
}
export type RepairEventType = keyof RepairEvents;
export type RepairEventOf<T extends RepairEventType> = {
  readonly type: T;
  readonly data: RepairEvents[T];
};
/** What happened to a repair. */
export type RepairEvent = { [T in RepairEventType]: RepairEventOf<T> }[RepairEventType];

interface Moment {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
}
export type RecordedRecommendationEvent = RecommendationEvent & Moment;
export type RecordedGapEvent = GapEvent & Moment;
export type RecordedRepairEvent = RepairEvent & Moment;

/** The version that new events are written with. */
export const recommendationEventVersion = 1;
export const recommendationStreamKind = 'recommendation';
export const gapStreamKind = 'policy-gap';
export const repairStreamKind = 'policy-repair';
