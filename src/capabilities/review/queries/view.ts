import type { StaffActor } from '../../../kernel/actor.ts';
import { countClock, isRunning } from '../../../kernel/case-clocks.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { explainClockOf, viewClock } from '../../petitions/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { dutyOf } from '../projection.ts';
import type { ReviewClockExplanation, ReviewView } from '../view.ts';
import type { ReviewEventOf } from '../events.ts';
import { allowancesOf, nextStep, stepsOn } from './allowances.ts';
import { fileNameIn, openReviewFolder, wordsIn } from './open.ts';
import { tellReview } from './timeline.ts';

/**
 * A review as a reader at the office may see it.
 * @param now epoch ms
 * @returns null when there is no such review for this reader
 */
export async function openReviewView(
  deps: ReviewDeps,
  actor: StaffActor,
  reviewId: string,
  now: number,
): Promise<ReviewView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, reviewId);
    if (opened === null) return null;
    const { review, events, items, folder } = opened;
    const { petition } = folder;
    const organisation = await deps.organisation(tx);
    const calendar = deps.calendar(review.calendarVersion);
    const named = (id: string) => ({ id, name: organisation.find(id)?.name ?? '' });
    const person = (id: string) => ({ id, name: organisation.userName(id) });
    const words = wordsIn(items);
    const clocks = review.clocks.map((clock) => countClock(clock, calendar));
    const clock = dutyOf(clocks) ?? clocks.find(isRunning) ?? null;
    const asking = {
      actor,
      now,
      calendar,
      units: organisation,
      holdsPost: organisation.holdsPost,
      petition,
    };
    const papers = review.papers.map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      stage: paper.stage,
      issuer: named(paper.issuer),
      draftedBy: paper.draftedBy.startsWith('staff:')
        ? organisation.userName(paper.draftedBy.slice('staff:'.length))
        : '',
      number: paper.number,
      sealedAt: paper.sealedAt,
      rendered: paper.rendered,
      servedAt: paper.servedAt,
      internal: false,
      steps: stepsOn(paper, review, asking),
    }));
    const allowances = allowancesOf(review, asking);
    const content = folder.words.open<{ readonly title: string }>(petition.content);
    return {
      id: review.id,
      version: review.version,
      stage: review.stage,
      status: review.status,
      closing: review.closing,
      channel: review.channel,
      openedAt: review.openedAt,
      requestedOn: review.requestedOn,
      lastDay: review.lastDay,
      late:
        review.late === null
          ? null
          : {
              reason: words(review.late.reason),
              admitted: review.late.admitted,
              decision: words(review.late.decision),
            },
      petition: {
        id: petition.id,
        number: petition.number,
        title: content?.title ?? '',
        electronicService: petition.electronicService,
      },
      body: review.body === null ? null : named(review.body),
      bodies: review.bodies.map(({ unit, source }) => ({ ...named(unit), source })),
      contested: {
        paperId: review.contested.paperId,
        reviewId: review.contested.caseId,
        issuer: named(review.contested.issuer),
        number: review.contested.number,
        servedAt: review.contested.servedAt,
      },
      grounds: words(review.grounds),
      files: review.attachments.map(({ id, name, mediaType, size }) => ({
        id,
        name: fileNameIn(items, name.id),
        mediaType,
        size,
      })),
      demands: petition.demands.map((demand) => ({
        id: demand.id,
        text: folder.words.text(demand.text) ?? '',
        outcome: demand.outcome,
      })),
      officer: review.officer === null ? null : person(review.officer),
      inquiries: events
        .filter(({ type }) => type === 'InquiryRecorded')
        .map((event) => {
          const data = event.data as ReviewEventOf<'InquiryRecorded'>['data'];
          return { heldOn: data.heldOn, record: words(data.record) };
        }),
      hearing:
        review.hearing === null
          ? null
          : {
              orderedAt: review.hearing.orderedAt,
              reason: words(review.hearing.reason),
              days: review.hearings,
            },
      clock: clock === null ? null : viewClock(clock, organisation, now),
      clocks: clocks.map((each) => viewClock(each, organisation, now)),
      papers,
      next: nextStep(
        allowances,
        papers.flatMap(({ steps }) => steps),
      ),
      allowances,
      timeline: tellReview(
        events,
        review,
        { unit: (id) => named(id).name, user: (id) => organisation.userName(id) },
        words,
      ),
    };
  });
}

/** One clock of a review, day by day, with the hearing days left out and shown (V-2). */
export async function explainReviewClock(
  deps: ReviewDeps,
  actor: StaffActor,
  reviewId: string,
  key: string,
  now: number,
): Promise<ReviewClockExplanation | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, reviewId);
    const clock = opened?.review.clocks.find((each) => each.key === key);
    if (opened === null || clock === undefined) return null;
    const calendar = deps.calendar(opened.review.calendarVersion);
    return explainClockOf(countClock(clock, calendar), calendar, await deps.organisation(tx), now);
  });
}
