import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import { isBelow } from '../../../../kernel/units.ts';
import type { AssessmentCommandOf } from '../command.ts';
import type { AssessmentContext, Decision, Rule } from './index.ts';

/** Reasons shorter than this tell nobody anything. */
export const shortestExplanation = 5;

export const findWordsFault = (text: SealedText, field: string): Refused | null =>
  text.length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);

/** D-3: nobody assesses the own decision, nor has somebody below do so. */
export function recordDecision(
  { type: _type, ...recorded }: AssessmentCommandOf<'recordDecision'>,
  { units }: AssessmentContext,
): Decision {
  const { unit, assessor } = recorded;
  const found = units.find(assessor);
  if (found === undefined || !found.active) return refuse('unit-unknown', {}, 'assessor');
  if (assessor === unit || isBelow(units, assessor, unit)) {
    return refuse('assessor-is-decider', {}, 'assessor');
  }
  return (
    findWordsFault(recorded.title, 'title') ??
    findWordsFault(recorded.content, 'content') ??
    ok([{ type: 'DecisionRecorded', data: recorded }])
  );
}

export const answerCheck: Rule<'answerCheck'> = ({ checklist }, { type: _type, ...answer }) => {
  if (!checklist.some(({ code }) => code === answer.code)) {
    return refuse('check-unknown', {}, 'code');
  }
  return findWordsFault(answer.words, 'words') ?? ok([{ type: 'CheckAnswered', data: answer }]);
};

/** What people said and what was made of it, both. */
export const recordConsultation: Rule<'recordConsultation'> = (_, command, { now }) => {
  const { type: _type, ...held } = command;
  if (held.heldOn > localDateOf(now)) {
    return refuse('date-in-future', { field: '征求意见日期' }, 'heldOn');
  }
  return (
    findWordsFault(held.opinions, 'opinions') ??
    findWordsFault(held.answer, 'answer') ??
    ok([{ type: 'ConsultationRecorded', data: held }])
  );
};

export const addMeasure: Rule<'addMeasure'> = (_, { type: _type, ...measure }, { units }) => {
  if (units.find(measure.unit)?.active !== true) return refuse('unit-unknown', {}, 'unit');
  return findWordsFault(measure.words, 'words') ?? ok([{ type: 'MeasureAdded', data: measure }]);
};

/** The legal reviewer is a person, and not one of the deciding unit. */
export const nameReviewer: Rule<'nameReviewer'> = (assessment, { userId, unit }, context) => {
  if (!context.holdsPost(userId, unit)) return refuse('person-unknown', {}, 'userId');
  if (unit === assessment.unit) return refuse('reviewer-is-decider', {}, 'unit');
  return ok([{ type: 'ReviewerNamed', data: { userId, unit } }]);
};
