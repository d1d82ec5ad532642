import { refuse } from '../../../kernel/refusals.ts';
import type { Beginnings, DeliberationStep, ReEvaluationStep } from '../command.ts';
import type { DeliberationEvent, ReEvaluationEvent } from '../events.ts';
import type { Deliberation, ReEvaluation } from '../proceeding.ts';
import {
  decided,
  findFutureFault,
  findReasonFault,
  today,
  type Context,
  type Decision,
} from './context.ts';

/** M-4: reviewers of fitting profession, from another region, near to nobody in the case. */
export function request(
  command: Beginnings['re-evaluation'],
  context: Context,
): Decision<ReEvaluationEvent> {
  const { type: _, reviewers, ...data } = command;
  const unfit = reviewers.find((reviewer) => reviewer.unfit !== null);
  if (unfit !== undefined) {
    return refuse('reviewer-unfit', { name: unfit.name, reason: unfit.unfit ?? '' }, 'reviewers');
  }
  if (context.units.find(data.body) === undefined) return refuse('unit-unknown', {}, 'body');
  return (
    findReasonFault(data.question, 'question') ??
    decided({
      type: 'ReEvaluationRequested',
      data: { ...data, reviewers: reviewers.map(({ memberId }) => memberId) },
    })
  );
}

export function decideReEvaluation(
  state: ReEvaluation,
  step: ReEvaluationStep,
  context: Context,
): Decision<ReEvaluationEvent> {
  const future = findFutureFault(step.on, context, '日期', 'on');
  if (future) return future;
  if (step.type === 'recordAnswer') {
    const { type: _, ...data } = step;
    return (
      findReasonFault(data.result, 'result') ?? decided({ type: 'ReEvaluationAnswered', data })
    );
  }
  if (!step.legal) return refuse('expert-not-legal', {}, 'expertId');
  if (state.answer !== null && step.on < state.answer.on) {
    return refuse('explained-before-answer', {}, 'on');
  }
  const { on, expertId, record } = step;
  return decided({ type: 'ReEvaluationExplained', data: { on, expertId, record } });
}

export const proposeDeliberation = (
  command: Beginnings['deliberation'],
): Decision<DeliberationEvent> => {
  const { type: _, ...data } = command;
  return findReasonFault(data.topic, 'topic') ?? decided({ type: 'DeliberationProposed', data });
};

/** M-5: advisory, and never without the petitioner's consent. */
export function decideDeliberation(
  state: Deliberation,
  step: DeliberationStep,
  context: Context,
): Decision<DeliberationEvent> {
  switch (step.type) {
    case 'answerProposal':
      return decided({
        type: 'DeliberationAnswered',
        data: { given: step.given, on: today(context), proof: null },
      });
    case 'recordConsent': {
      const { type: _, ...data } = step;
      if (data.proof === null) return refuse('consent-proof', {}, 'proof');
      return (
        findFutureFault(data.on, context, '同意日期', 'on') ??
        findReasonFault(data.proof, 'proof') ??
        decided({ type: 'DeliberationAnswered', data })
      );
    }
    case 'hold': {
      const { type: _, ...data } = step;
      if (state.consent !== null && data.on < state.consent.on) {
        return refuse('session-before-consent', {}, 'on');
      }
      return (
        findFutureFault(data.on, context, '评议日期', 'on') ??
        findReasonFault(data.advice, 'advice') ??
        decided({ type: 'DeliberationHeld', data })
      );
    }
  }
}
