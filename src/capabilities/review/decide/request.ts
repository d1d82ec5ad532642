import { refuse, type Refused } from '../../../kernel/refusals.ts';
import { localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import type { ReviewCommandOf } from '../command.ts';
import { findBodyConflict, findPersonConflict } from './conflict.ts';
import {
  decided,
  event,
  findWordsFault,
  type Decision,
  type ReviewContext,
  type Rule,
} from './context.ts';

type Request = ReviewCommandOf<'requestReview'>;

const findChoiceFault = (
  ground: Pick<Request['ground'], 'bodies' | 'barred'>,
  body: string | null,
  context: ReviewContext,
): Refused | null => {
  if (body === null) return null;
  if (!ground.bodies.some(({ unit }) => unit === body)) {
    return refuse('review-body-not-lawful', {}, 'body');
  }
  const unit = context.units.find(body);
  if (unit?.active !== true) return refuse('unit-unknown', {}, 'body');
  return findBodyConflict(ground.barred, body, 'body');
};

/**
 * Reg. 35, 36: asked for within 30 days of receipt; a letter counts by its day of posting. A late
 * request is taken in all the same: whether the reason is good is decided by the body.
 */
export function requestReview(command: Request, context: ReviewContext): Decision {
  const { ground, requestedOn, lateReason, grounds, petitionId } = command;
  const today = localDateOf(context.now);
  if (requestedOn > today) return refuse('date-in-future', { field: '申请日期' }, 'requestedOn');
  if (ground.bodies.length === 0) return refuse('review-body-unknown', {}, 'body');
  const fault =
    findWordsFault(grounds, 'grounds') ?? findChoiceFault(ground, command.body, context);
  if (fault) return fault;
  if (
    startOfDay(requestedOn).getTime() < startOfDay(localDateOf(ground.contested.servedAt)).getTime()
  ) {
    return refuse('review-before-service', {}, 'requestedOn');
  }
  const late = startOfDay(requestedOn).getTime() >= ground.lateFrom;
  if (late) {
    const missing = findWordsFault(lateReason, 'lateReason');
    if (missing) return missing;
  }
  const [only] = ground.bodies;
  return decided(
    event('ReviewRequested', {
      petitionId,
      stage: ground.stage,
      channel: command.channel,
      requestedOn,
      contested: ground.contested,
      grounds,
      attachments: command.attachments,
      bodies: ground.bodies,
      // Where one body alone is lawful there is nothing to choose.
      body: command.body ?? (ground.bodies.length === 1 ? (only?.unit ?? null) : null),
      barred: ground.barred,
      lastDay: ground.lastDay,
      late: late ? { reason: lateReason } : null,
      readers: command.readers,
    }),
  );
}

/** Where two are lawful, the petitioner chooses. */
export const chooseBody: Rule<'chooseBody'> = (review, { body }, context) => {
  const fault = findChoiceFault(review, body, context);
  return fault ?? decided(event('ReviewBodyChosen', { body }));
};

/** V-1: lateness is decided with a reason; a delay without a good one is refused on paper. */
export const decideLateness: Rule<'decideLateness'> = (review, command) => {
  const fault = findWordsFault(command.reason, 'reason');
  if (fault) return fault;
  const { admitted, reason, paperId } = command;
  const told = event('LatenessDecided', { admitted, reason });
  return admitted
    ? decided(told)
    : decided(
        told,
        event('PaperDrafted', {
          paperId,
          kind: 'review-refusal',
          issuer: review.body ?? '',
          text: reason,
          effect: { kind: 'refuse', reason: 'late' },
        }),
      );
};

export const acceptReview: Rule<'acceptReview'> = (review, { officer, paperId }, context) => {
  const issuer = review.body ?? '';
  if (!context.holdsPost(officer, issuer)) return refuse('handler-outside-unit', {}, 'officer');
  const fault = findPersonConflict(review, officer, 'officer');
  if (fault) return fault;
  return decided(
    event('ReviewAccepted', { officer }),
    event('PaperDrafted', {
      paperId,
      kind: 'review-acceptance',
      issuer,
      text: null,
      effect: null,
    }),
  );
};

export const refuseReview: Rule<'refuseReview'> = (review, command) => {
  const fault = findWordsFault(command.explanation, 'explanation');
  if (fault) return fault;
  if (review.papers.some(({ effect, stage }) => effect !== null && stage !== 'void')) {
    return refuse('decision-pending');
  }
  return decided(
    event('PaperDrafted', {
      paperId: command.paperId,
      kind: 'review-refusal',
      issuer: review.body ?? '',
      text: command.explanation,
      effect: { kind: 'refuse', reason: command.reason },
    }),
  );
};

/** Only the petitioner takes the request back: by the code, or signed at the window. */
export const withdrawReview: Rule<'withdrawReview'> = (_, { reason, signed }, context) =>
  context.actor.kind !== 'petitioner' && !signed
    ? refuse('withdrawal-own')
    : decided(
        event('ReviewClosed', {
          closing: 'withdrawn',
          reason: null,
          paperId: null,
          words: reason,
        }),
      );
