import type { PetitionerActor } from '../../../kernel/actor.ts';
import { countClock, isRunning } from '../../../kernel/case-clocks.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { isThinkable } from '../lifecycle.ts';
import type { PublicReview } from '../view.ts';
import { fileNameIn, openReviewFolder, wordsIn } from './open.ts';

/**
 * A review as its petitioner sees it, in plain form.
 * @returns null when the petition has no such review
 */
export function openPublicReview(
  deps: ReviewDeps,
  petitionId: string,
  reviewId: string,
): Promise<PublicReview | null> {
  const actor: PetitionerActor = { kind: 'petitioner', petitionId };
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, reviewId);
    if (opened === null) return null;
    const { review, items } = opened;
    const organisation = await deps.organisation(tx);
    const calendar = deps.calendar(review.calendarVersion);
    const name = (id: string): string => organisation.find(id)?.name ?? '';
    const running = review.clocks.filter(isRunning).map((clock) => countClock(clock, calendar));
    const answer = running.find(({ period }) => period === review.stage || period === 'service');
    const next = running.find(({ period }) => period === 're-examination-request');
    return {
      id: review.id,
      stage: review.stage,
      status: review.status,
      closing: review.closing,
      requestedOn: review.requestedOn,
      askUntil: review.lastDay,
      grounds: wordsIn(items)(review.grounds),
      files: review.attachments.map(({ name: item }) => fileNameIn(items, item.id)),
      body:
        review.body === null
          ? null
          : { name: name(review.body), phone: organisation.contactOf(review.body).phone },
      bodies:
        review.status === 'choosing'
          ? review.bodies.map(({ unit }) => ({ id: unit, name: name(unit) }))
          : [],
      dueDate: answer?.dueDate ?? null,
      provisional: answer?.provisional ?? false,
      hearingDays: review.hearings,
      nextUntil: next?.dueDate ?? null,
      late:
        review.late === null
          ? null
          : {
              admitted: review.late.admitted,
              decision: wordsIn(items)(review.late.decision) || null,
            },
      mayWithdraw: isThinkable('withdrawReview', review.status),
      papers: review.papers
        .filter(({ stage }) => stage === 'served')
        .map(({ id, kind, number, servedAt }) => ({ id, kind, number, servedAt })),
    };
  });
}
