import type { AssessmentEventOf } from './events.ts';

interface Commands {
  recordDecision: AssessmentEventOf<'DecisionRecorded'>['data'];
  answerCheck: AssessmentEventOf<'CheckAnswered'>['data'];
  recordConsultation: AssessmentEventOf<'ConsultationRecorded'>['data'];
  addMeasure: AssessmentEventOf<'MeasureAdded'>['data'];
  nameReviewer: AssessmentEventOf<'ReviewerNamed'>['data'];
  reviewLegality: AssessmentEventOf<'LegalityReviewed'>['data'];
  conclude: AssessmentEventOf<'AssessmentConcluded'>['data'];
  reopen: AssessmentEventOf<'AssessmentReopened'>['data'];
  withdraw: AssessmentEventOf<'AssessmentWithdrawn'>['data'];
  linkPetition: { readonly petitionId: string; readonly accusation: boolean };
  unlinkPetition: { readonly petitionId: string };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type AssessmentCommandType = keyof Commands;
export type AssessmentCommandOf<T extends AssessmentCommandType> = {
  readonly type: T;
} & Commands[T];
export type AssessmentCommand = {
  [T in AssessmentCommandType]: AssessmentCommandOf<T>;
}[AssessmentCommandType];
