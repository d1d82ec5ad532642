/** What a member of the roster is (M-1): 两代表一委员 and whoever else may sit on a panel. */
export const memberKinds = [
  'deputy',
  'party-delegate',
  'cppcc-member',
  'lawyer',
  'psychologist',
  'mediator',
  'five-elders',
  'expert',
] as const;
export type MemberKind = (typeof memberKinds)[number];

export const hearingStages = [
  'convened',
  'noticed',
  'open',
  'closed',
  'concluded',
  'cancelled',
] as const;
export type HearingStage = (typeof hearingStages)[number];

export const mediationStages = ['proposed', 'agreed', 'settled', 'failed', 'refused'] as const;
export type MediationStage = (typeof mediationStages)[number];

export const reEvaluationStages = ['requested', 'answered', 'explained'] as const;
export type ReEvaluationStage = (typeof reEvaluationStages)[number];

export const deliberationStages = ['proposed', 'agreed', 'held', 'refused'] as const;
export type DeliberationStage = (typeof deliberationStages)[number];

export const proceedingKinds = ['hearing', 'mediation', 're-evaluation', 'deliberation'] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

export type ProceedingStage = HearingStage | MediationStage | ReEvaluationStage | DeliberationStage;

export const hearingModes = ['room', 'video'] as const;
export type HearingMode = (typeof hearingModes)[number];

export const partyRoles = ['petitioner', 'unit', 'third-party', 'agent', 'witness'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** Where a panel's members may come from; measured by the county of the petition. */
export const regionRules = ['any', 'same-county', 'other-county'] as const;
export type RegionRule = (typeof regionRules)[number];

/** Why somebody of the roster cannot sit on this panel. */
export const exclusionReasons = [
  'inactive',
  'affiliated',
  'party',
  'named',
  'region',
  'profession',
  'declined',
  'objected',
  'drawn-before',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export const votes = ['support', 'partly', 'against', 'abstain'] as const;
export type Vote = (typeof votes)[number];

export const mediationKinds = ['people', 'administrative', 'judicial'] as const;
export type MediationKind = (typeof mediationKinds)[number];

export const agreementForms = ['mediation-agreement', 'settlement'] as const;
export type AgreementForm = (typeof agreementForms)[number];

/** The way of an agreement to the court (M-3). */
export const confirmationStates = [
  'window',
  'applied',
  'confirmed',
  'rejected',
  'withdrawn',
  'missed',
] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

export const confirmationResults = ['confirmed', 'rejected', 'withdrawn'] as const;
export type ConfirmationResult = (typeof confirmationResults)[number];

export const evaluationOutcomes = ['upheld', 'partly-changed', 'changed'] as const;
export type EvaluationOutcome = (typeof evaluationOutcomes)[number];

export const shiftParts = ['morning', 'afternoon', 'day'] as const;
export type ShiftPart = (typeof shiftParts)[number];

export const shiftRoles = ['lawyer', 'psychologist', 'mediator'] as const;
export type ShiftRole = (typeof shiftRoles)[number];
