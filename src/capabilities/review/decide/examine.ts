import { refuse } from '../../../kernel/refusals.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { isPending } from '../../../kernel/paper-flow.ts';
import { opinionKind, type DecisionOutcome, type Point } from '../review.ts';
import { findPersonConflict } from './conflict.ts';
import { decided, event, findWordsFault, type Rule } from './context.ts';

export const chooseReviewOfficer: Rule<'chooseReviewOfficer'> = (review, { userId }, context) => {
  if (!context.holdsPost(userId, review.body ?? '')) {
    return refuse('handler-outside-unit', {}, 'userId');
  }
  return (
    findPersonConflict(review, userId, 'userId') ??
    decided(event('ReviewOfficerChosen', { userId }))
  );
};

/** Reg. 28(3): whoever has an interest withdraws, and takes no step any more. */
export const withdrawOfficial: Rule<'withdrawOfficial'> = (review, { userId, reason }, context) => {
  if (!context.holdsPost(userId, review.body ?? '')) {
    return refuse('handler-outside-unit', {}, 'userId');
  }
  return (
    findWordsFault(reason, 'reason') ?? decided(event('ReviewOfficialWithdrew', { userId, reason }))
  );
};

export const recordInquiry: Rule<'recordInquiry'> = (_, { record, heldOn }, context) => {
  if (heldOn > localDateOf(context.now)) {
    return refuse('date-in-future', { field: '日期' }, 'heldOn');
  }
  return findWordsFault(record, 'record') ?? decided(event('InquiryRecorded', { record, heldOn }));
};

/** Reg. 36(2): in re-examination a hearing may be held; in review the Regulation knows none. */
export const orderHearing: Rule<'orderHearing'> = (review, { reason }) => {
  if (review.stage !== 're-examination') return refuse('review-no-hearing');
  if (review.hearing !== null) return refuse('review-hearing-ordered');
  return findWordsFault(reason, 'reason') ?? decided(event('HearingOrdered', { reason }));
};

/** The days of the hearing, and only these, are left out of the 30 days. */
export const recordHearing: Rule<'recordHearing'> = (review, { from, to }, context) => {
  if (review.hearing === null) return refuse('review-hearing-none');
  if (to < from) return refuse('review-hearing-days', {}, 'to');
  if (to > localDateOf(context.now)) return refuse('date-in-future', { field: '日期' }, 'to');
  if (from < localDateOf(review.hearing.orderedAt)) {
    return refuse('review-hearing-days', {}, 'from');
  }
  const known = review.hearings.some((each) => each.from <= to && from <= each.to);
  return known ? decided() : decided(event('HearingHeld', { from, to }));
};

/** A hearing that was called off keeps nobody from deciding, and another may be ordered. */
export const dropHearing: Rule<'dropHearing'> = (review) =>
  review.hearing === null || review.hearings.length > 0
    ? decided()
    : decided(event('HearingDropped', { orderedAt: review.hearing.orderedAt }));

/** Every demand that the opinion answered is looked at; the whole follows from the parts. */
const outcomeOf = (points: readonly Point[]): DecisionOutcome => {
  if (points.some(({ finding }) => finding === 'handle-again')) return 'handle-again';
  return points.some(({ finding }) => finding === 'changed') ? 'changed' : 'upheld';
};

export const draftDecision: Rule<'draftDecision'> = (review, command, context) => {
  if (review.papers.some(isPending)) return refuse('decision-pending');
  const demands = context.petition.demands.map(({ id }) => id);
  const answered = command.points.map(({ demandId }) => demandId);
  if (
    answered.length !== demands.length ||
    new Set(answered).size !== answered.length ||
    demands.some((id) => !answered.includes(id))
  ) {
    return refuse('review-points-incomplete', {}, 'points');
  }
  if (outcomeOf(command.points) !== command.outcome) {
    return refuse('review-outcome-differs', {}, 'outcome');
  }
  for (const [at, point] of command.points.entries()) {
    const fault =
      findWordsFault(point.facts, `points.${at}.facts`) ??
      findWordsFault(point.basis, `points.${at}.basis`) ??
      findWordsFault(point.answer, `points.${at}.answer`);
    if (fault) return fault;
  }
  // A hearing that was ordered is held before the decision, or the order meant nothing.
  if (review.hearing !== null && review.hearings.length === 0) return refuse('review-hearing-open');
  const fault = findWordsFault(command.conclusion, 'conclusion');
  if (fault) return fault;
  return decided(
    event('PaperDrafted', {
      paperId: command.paperId,
      kind: opinionKind(review.stage),
      issuer: review.body ?? '',
      text: command.conclusion,
      effect: { kind: 'decide', outcome: command.outcome, points: command.points },
    }),
  );
};

export const recountClocks: Rule<'recountClocks'> = (_, { calendarVersion }) =>
  decided(event('ReviewClocksRecounted', { calendarVersion }));
