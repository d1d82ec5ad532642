import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import { lastReview, type Assessment, type AssessmentResult } from '../case.ts';
import type { AssessmentContext, Rule } from './index.ts';
import { findWordsFault } from './prepare.ts';

const findDateFault = (validUntil: LocalDate, { now }: AssessmentContext): Refused | null =>
  validUntil < localDateOf(now) ? refuse('validity-past', {}, 'validUntil') : null;

/** Only the named reviewer says whether it is lawful, with the reasons and how long that holds. */
export const reviewLegality: Rule<'reviewLegality'> = (assessment, command, context) => {
  const { actor } = context;
  const { type: _type, ...review } = command;
  if (actor.kind !== 'staff' || actor.userId !== assessment.reviewer?.userId) {
    return refuse('not-the-reviewer');
  }
  return (
    findDateFault(review.validUntil, context) ??
    findWordsFault(review.words, 'words') ??
    ok([{ type: 'LegalityReviewed', data: review }])
  );
};

/** What must be there before anybody concludes. */
function findGap({ checklist, checks, consultations, reviews }: Assessment): Refused | null {
  const open = checklist.find(({ code }) => !checks.some((check) => check.code === code));
  if (open !== undefined) return refuse('checks-open', { check: open.name.zh });
  if (consultations.length === 0) return refuse('consultation-missing');
  return reviews.length === 0 ? refuse('legality-open') : null;
}

/** A result that the record itself contradicts is no result. */
function findContradiction(
  assessment: Assessment,
  result: AssessmentResult,
  today: LocalDate,
): Refused | null {
  if (result === 'put-off' || result === 'do-not-carry-out') return null;
  const review = lastReview(assessment);
  if (review === null || review.opinion === 'unlawful' || review.validUntil < today) {
    return refuse('result-unlawful', {}, 'result');
  }
  const doubts =
    review.opinion === 'lawful-after-changes' ||
    assessment.checks.some(({ answer }) => answer !== 'yes');
  if (result === 'carry-out') return doubts ? refuse('result-needs-measures', {}, 'result') : null;
  return assessment.measures.length === 0 ? refuse('measures-missing', {}, 'result') : null;
}

/** D-3: the body that assesses concludes, once everything is there. */
export const conclude: Rule<'conclude'> = (assessment, command, context) => {
  const { type: _type, ...conclusion } = command;
  const { result, validUntil, words } = conclusion;
  return (
    findGap(assessment) ??
    findContradiction(assessment, result, localDateOf(context.now)) ??
    findDateFault(validUntil, context) ??
    findWordsFault(words, 'words') ??
    ok([{ type: 'AssessmentConcluded', data: conclusion }])
  );
};

export const reopen: Rule<'reopen'> = (_, { reason }) =>
  findWordsFault(reason, 'reason') ?? ok([{ type: 'AssessmentReopened', data: { reason } }]);

export const withdraw: Rule<'withdraw'> = (_, { reason }) =>
  findWordsFault(reason, 'reason') ?? ok([{ type: 'AssessmentWithdrawn', data: { reason } }]);

/** L-5: an accusation stands in no list but that of its named handlers. */
export const linkPetition: Rule<'linkPetition'> = ({ petitions }, { petitionId, accusation }) => {
  if (accusation) return refuse('not-found', {}, 'petitionId');
  return ok(
    petitions.includes(petitionId) ? [] : [{ type: 'PetitionLinked', data: { petitionId } }],
  );
};

export const unlinkPetition: Rule<'unlinkPetition'> = ({ petitions }, { petitionId }) =>
  petitions.includes(petitionId)
    ? ok([{ type: 'PetitionUnlinked', data: { petitionId } }])
    : refuse('not-found', {}, 'petitionId');

/** O-1: what a merged or abolished unit decided, assessed or reviewed goes to its successor. */
export const succeedUnit: Rule<'succeedUnit'> = (assessment, { from, to }) => {
  const { unit, assessor, office, reviewer } = assessment;
  return ok(
    [unit, assessor, office, reviewer?.unit].includes(from)
      ? [{ type: 'AssessmentSucceeded', data: { from, to } }]
      : [],
  );
};
