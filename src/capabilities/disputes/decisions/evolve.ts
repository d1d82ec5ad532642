import type { Assessment } from './case.ts';
import type { RecordedAssessmentEvent } from './events.ts';

const userOf = (actor: string): string => actor.replace(/^staff:/, '');

function change(before: Assessment, event: RecordedAssessmentEvent): Assessment {
  const { at } = event;
  const by = userOf(event.actor);
  switch (event.type) {
    case 'DecisionRecorded':
      return before;
    case 'CheckAnswered':
      return {
        ...before,
        checks: [
          ...before.checks.filter(({ code }) => code !== event.data.code),
          { ...event.data, at },
        ],
      };
    case 'ConsultationRecorded':
      return { ...before, consultations: [...before.consultations, event.data] };
    case 'MeasureAdded':
      return { ...before, measures: [...before.measures, event.data] };
    case 'ReviewerNamed':
      return { ...before, reviewer: event.data };
    case 'LegalityReviewed':
      return { ...before, reviews: [...before.reviews, { at, by, ...event.data }] };
    case 'AssessmentConcluded':
      return {
        ...before,
        status: 'concluded',
        conclusions: [...before.conclusions, { at, by, ...event.data }],
      };
    case 'AssessmentReopened':
      return { ...before, status: 'preparing' };
    case 'AssessmentWithdrawn':
      return { ...before, status: 'withdrawn', withdrawn: { at, reason: event.data.reason } };
    case 'PetitionLinked':
      return { ...before, petitions: [...before.petitions, event.data.petitionId] };
    case 'PetitionUnlinked':
      return {
        ...before,
        petitions: before.petitions.filter((id) => id !== event.data.petitionId),
      };
    case 'AssessmentSucceeded': {
      const { from, to } = event.data;
      const heir = (unit: string): string => (unit === from ? to : unit);
      const { reviewer, unit, assessor, office } = before;
      return {
        ...before,
        unit: heir(unit),
        assessor: heir(assessor),
        office: heir(office),
        reviewer: reviewer === null ? null : { ...reviewer, unit: heir(reviewer.unit) },
      };
    }
  }
}

/**
 * Carries an assessment over one recorded event.
 * @param before the state before, null at birth
 */
export function evolveAssessment(
  id: string,
  before: Assessment | null,
  event: RecordedAssessmentEvent,
): Assessment {
  if (before !== null) return { ...change(before, event), version: event.seq };
  if (event.type !== 'DecisionRecorded') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with DecisionRecorded`);
  }
  return {
    id,
    version: event.seq,
    status: 'preparing',
    ...event.data,
    reviewer: null,
    checks: [],
    consultations: [],
    measures: [],
    reviews: [],
    conclusions: [],
    withdrawn: null,
    petitions: [],
    recordedAt: event.at,
  };
}

/** Folds a record; null of an empty one. */
export const foldAssessment = (
  id: string,
  events: readonly RecordedAssessmentEvent[],
): Assessment | null =>
  events.reduce<Assessment | null>((before, event) => evolveAssessment(id, before, event), null);
