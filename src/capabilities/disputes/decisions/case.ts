import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { CheckQuestion } from '../settings.ts';

/** Where an assessment stands; what came of it is `result`. */
export const assessmentStatuses = ['preparing', 'concluded', 'withdrawn'] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

export const assessmentResults = [
  'carry-out',
  'carry-out-with-measures',
  'put-off',
  'do-not-carry-out',
] as const;
export type AssessmentResult = (typeof assessmentResults)[number];

/** Decisions that touch many people's interests. */
export const decisionKinds = [
  'project',
  'land',
  'environment',
  'policy',
  'price',
  'reform',
  'other',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const checkAnswers = ['yes', 'partly', 'no'] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

export const consultationKinds = ['public-notice', 'hearing', 'expert-opinion', 'meeting'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

export const legalities = ['lawful', 'lawful-after-changes', 'unlawful'] as const;
export type Legality = (typeof legalities)[number];

export const assessmentDeeds = [
  'DecisionRecorded',
  'CheckAnswered',
  'ConsultationRecorded',
  'MeasureAdded',
  'ReviewerNamed',
  'LegalityReviewed',
  'AssessmentConcluded',
  'AssessmentReopened',
  'AssessmentWithdrawn',
  'PetitionLinked',
  'PetitionUnlinked',
  'AssessmentSucceeded',
] as const;
export type AssessmentDeed = (typeof assessmentDeeds)[number];

export interface Check {
  readonly code: string;
  readonly answer: CheckAnswer;
  readonly words: SealedText;
  readonly at: number;
}

export interface Consultation {
  readonly kind: ConsultationKind;
  readonly heldOn: LocalDate;
  /** How many took part; a number, never who. */
  readonly people: number;
  readonly opinions: SealedText;
  /** What was made of what they said. */
  readonly answer: SealedText;
}

export interface Measure {
  readonly words: SealedText;
  readonly unit: string;
}

export interface LegalityReview {
  readonly at: number;
  /** User id. */
  readonly by: string;
  readonly opinion: Legality;
  readonly words: SealedText;
  readonly validUntil: LocalDate;
}

export interface Conclusion {
  readonly at: number;
  readonly by: string;
  readonly result: AssessmentResult;
  readonly words: SealedText;
  readonly validUntil: LocalDate;
}

/** The risk assessment and legality review of a decision, never of a person (D-3). */
export interface Assessment {
  readonly id: string;
  readonly version: number;
  readonly status: AssessmentStatus;
  readonly title: SealedText;
  readonly content: SealedText;
  readonly kind: DecisionKind;
  readonly regionCode: string;
  /** An estimate of how many people it touches. */
  readonly peopleConcerned: number;
  /** The deciding unit. */
  readonly unit: string;
  /** The body that assesses; never the deciding unit, nor one below it. */
  readonly assessor: string;
  /** The petition office of the place, whose officers link petitions to it. */
  readonly office: string;
  readonly reviewer: { readonly userId: string; readonly unit: string } | null;
  /** The questions as they were when it was recorded. */
  readonly checklist: readonly CheckQuestion[];
  readonly checks: readonly Check[];
  readonly consultations: readonly Consultation[];
  readonly measures: readonly Measure[];
  readonly reviews: readonly LegalityReview[];
  readonly conclusions: readonly Conclusion[];
  readonly withdrawn: { readonly at: number; readonly reason: SealedText } | null;
  readonly petitions: readonly string[];
  readonly recordedAt: number;
}

export const lastReview = ({ reviews }: Pick<Assessment, 'reviews'>): LegalityReview | null =>
  reviews.at(-1) ?? null;

/** What holds now; null while it is being assessed (again). */
export const conclusionOf = ({
  status,
  conclusions,
}: Pick<Assessment, 'status' | 'conclusions'>): Conclusion | null =>
  status === 'concluded' ? (conclusions.at(-1) ?? null) : null;
