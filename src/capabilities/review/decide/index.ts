import { decidePaper, isPaperCommand, type PaperCommand } from '../../../kernel/paper-flow.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { ReviewCommand, ReviewCommandOf, ReviewCommandType } from '../command.ts';
import type { ReviewEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import type { Review, ReviewPaper } from '../review.ts';
import { findActorConflict } from './conflict.ts';
import { actorOf, event, type Decision, type ReviewContext, type Rule } from './context.ts';
import * as examine from './examine.ts';
import * as request from './request.ts';
import { succeedBody } from './succeed.ts';

export type { ReviewContext } from './context.ts';

type Own = Exclude<ReviewCommandType, PaperCommand['type'] | 'requestReview'>;

/** Every command has exactly one rule; the steps of papers are the kernel's. */
const rules: { readonly [T in Own]: Rule<T> } = {
  chooseBody: request.chooseBody,
  decideLateness: request.decideLateness,
  acceptReview: request.acceptReview,
  refuseReview: request.refuseReview,
  withdrawReview: request.withdrawReview,
  chooseReviewOfficer: examine.chooseReviewOfficer,
  withdrawOfficial: examine.withdrawOfficial,
  recordInquiry: examine.recordInquiry,
  orderHearing: examine.orderHearing,
  recordHearing: examine.recordHearing,
  draftDecision: examine.draftDecision,
  recountClocks: examine.recountClocks,
  dropHearing: examine.dropHearing,
  succeedBody,
};

/** What takes effect with the seal of a paper. */
function effectsOfSeal(paper: ReviewPaper): readonly ReviewEvent[] {
  const { effect, id: paperId } = paper;
  if (effect === null) return [];
  return effect.kind === 'decide'
    ? [event('ReviewOpinionIssued', { paperId, outcome: effect.outcome })]
    : [
        event('ReviewClosed', {
          closing: 'refused',
          reason: effect.reason,
          paperId,
          words: paper.text,
        }),
      ];
}

/** With the opinion in the petitioner's hand the stage is over. */
const effectsOfService = (review: Review, paper: ReviewPaper): readonly ReviewEvent[] =>
  paper.effect?.kind === 'decide' && review.status === 'issued'
    ? [
        event('ReviewClosed', {
          closing: paper.effect.outcome,
          reason: null,
          paperId: paper.id,
          words: null,
        }),
      ]
    : [];

/** A decision sealed after the review has moved on would say what is not so. */
function findEffectFault(review: Review, paper: ReviewPaper): Refused | null {
  if (paper.effect === null) return null;
  const open =
    paper.effect.kind === 'decide'
      ? review.status === 'examining'
      : ['late', 'requested', 'examining'].includes(review.status);
  return open ? null : refuse('review-not-in-status', { status: review.status });
}

const decideStep = (review: Review, command: PaperCommand, context: ReviewContext): Decision =>
  decidePaper<ReviewPaper, ReviewEvent>(
    {
      papers: review.papers,
      automatic: new Set(),
      electronicService: context.petition.electronicService,
      findEffectFault: (paper) => findEffectFault(review, paper),
      effectsOfSeal,
      effectsOfService: (paper) => effectsOfService(review, paper),
    },
    command,
    { actor: actorOf(context), now: context.now },
  );

/**
 * Decides what a command does to a review.
 * @param review the state now; null when it is being asked for
 * @returns the events to record, or a refusal
 */
export function decideReview(
  review: Review | null,
  command: ReviewCommand,
  context: ReviewContext,
): Decision {
  if (command.type === 'requestReview') {
    return review === null ? request.requestReview(command, context) : refuse('review-pending');
  }
  if (review === null) return refuse('not-found');
  if (!isThinkable(command.type, review.status)) {
    return refuse('review-not-in-status', { status: review.status });
  }
  const conflict = findActorConflict(review, context.actor);
  if (conflict !== null && !harmless.has(command.type)) return conflict;
  return isPaperCommand(command)
    ? decideStep(review, command, context)
    : ruleFor(command as ReviewCommandOf<Own>)(review, command, context);
}

/** Steps that decide nothing of the matter. */
const harmless = new Set<ReviewCommandType>(['servePaper', 'withdrawOfficial', 'chooseBody']);

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Own>(command: ReviewCommandOf<T>): Rule<T> {
  return rules[command.type];
}
