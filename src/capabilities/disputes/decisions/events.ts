import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { CheckQuestion } from '../settings.ts';
import type {
  AssessmentDeed,
  AssessmentResult,
  CheckAnswer,
  ConsultationKind,
  DecisionKind,
  Legality,
} from './case.ts';

interface Events extends Record<AssessmentDeed, object> {
  DecisionRecorded: {
    readonly title: SealedText;
    readonly content: SealedText;
    readonly kind: DecisionKind;
    readonly regionCode: string;
    readonly peopleConcerned: number;
    readonly unit: string;
    readonly assessor: string;
    readonly office: string;
    readonly checklist: readonly CheckQuestion[];
  };
  CheckAnswered: {
    readonly code: string;
    readonly answer: CheckAnswer;
    readonly words: SealedText;
  };
  ConsultationRecorded: {
    readonly kind: ConsultationKind;
    readonly heldOn: LocalDate;
    readonly people: number;
    readonly opinions: SealedText;
    readonly answer: SealedText;
  };
  MeasureAdded: { readonly words: SealedText; readonly unit: string };
  ReviewerNamed: { readonly userId: string; readonly unit: string };
  LegalityReviewed: {
    readonly opinion: Legality;
    readonly words: SealedText;
    readonly validUntil: LocalDate;
  };
  AssessmentConcluded: {
    readonly result: AssessmentResult;
    readonly words: SealedText;
    readonly validUntil: LocalDate;
  };
  AssessmentReopened: { readonly reason: SealedText };
  AssessmentWithdrawn: { readonly reason: SealedText };
  PetitionLinked: { readonly petitionId: string };
  PetitionUnlinked: { readonly petitionId: string };
  AssessmentSucceeded: { readonly from: string; readonly to: string };
}

export type AssessmentEventType = keyof Events;
export type AssessmentEventOf<T extends AssessmentEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to an assessment. Other capabilities may read these. */
export type AssessmentEvent = {
  [T in AssessmentEventType]: AssessmentEventOf<T>;
}[AssessmentEventType];

export type RecordedAssessmentEvent = AssessmentEvent & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
};

export const assessmentStreamKind = 'decision-assessment';

/** The version that new events are written with. */
export const assessmentEventVersion = 1;
