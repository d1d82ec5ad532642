import { evolvePapers, isPaperEvent, isUnsealed } from '../../kernel/paper-flow.ts';
import { advanceReviewClocks } from './clocks.ts';
import type { RecordedReviewEvent, ReviewEventOf } from './events.ts';
import type { Review, ReviewPaper, ReviewStatus } from './review.ts';

type Moment = Pick<RecordedReviewEvent, 'seq' | 'at' | 'actor' | 'calendarVersion'>;

/** What waits first: a choice of body, then the delay, then the decision to accept. */
const firstStatus = (body: string | null, late: boolean): ReviewStatus => {
  if (body === null) return 'choosing';
  return late ? 'late' : 'requested';
};

function born(id: string, data: ReviewEventOf<'ReviewRequested'>['data'], moment: Moment): Review {
  return {
    id,
    petitionId: data.petitionId,
    version: moment.seq,
    calendarVersion: moment.calendarVersion,
    status: firstStatus(data.body, data.late !== null),
    stage: data.stage,
    channel: data.channel,
    openedAt: moment.at,
    requestedOn: data.requestedOn,
    contested: data.contested,
    grounds: data.grounds,
    attachments: data.attachments,
    bodies: data.bodies,
    body: data.body,
    barred: data.barred,
    lastDay: data.lastDay,
    late: data.late === null ? null : { ...data.late, admitted: null, decision: null },
    officer: null,
    withdrawnOfficials: [],
    hearing: null,
    hearings: [],
    inquiries: 0,
    papers: [],
    closing: null,
    closedAt: null,
    clocks: [],
    readers: data.readers,
  };
}

/**
 * What has not left the house when a review is decided or over is void: a decision because another
 * came first, the notice of acceptance because nobody needs to hear any more that an answer will come.
 */
const dropUnsealed = (papers: readonly ReviewPaper[]): readonly ReviewPaper[] =>
  papers.map((paper) => (isUnsealed(paper) ? { ...paper, stage: 'void' } : paper));

const isUnfinished = (paper: ReviewPaper): boolean => isUnsealed(paper) || paper.stage === 'sealed';

const unique = (units: readonly string[]): readonly string[] => [...new Set(units)];

/** A unit's successor reads what it read, is barred where it was, and decides where it decided. */
function succeeded(
  review: Review,
  { from, to, body, keepsOfficer, ...data }: ReviewEventOf<'ReviewUnitSucceeded'>['data'],
): Review {
  const { barred, readers } = review;
  const heir = data.heir ?? body ?? to;
  const gone = heir === to ? [from] : [from, to];
  const bodies = review.bodies
    .map((each) => (gone.includes(each.unit) ? { ...each, unit: heir } : each))
    .filter(({ unit }, at, all) => all.findIndex((other) => other.unit === unit) === at);
  return {
    ...review,
    bodies,
    body: body ?? review.body,
    officer: body === null || keepsOfficer ? review.officer : null,
    readers: readers.includes(from) ? unique([...readers, to]) : readers,
    barred: barred.units.includes(from)
      ? { ...barred, units: unique([...barred.units, to]) }
      : barred,
    papers: review.papers.map((paper) =>
      paper.issuer === review.body && body !== null && isUnfinished(paper)
        ? { ...paper, issuer: body }
        : paper,
    ),
  };
}

function change(review: Review, event: RecordedReviewEvent): Review {
  if (isPaperEvent(event)) {
    return { ...review, papers: evolvePapers(review.papers, event, event) };
  }
  switch (event.type) {
    case 'ReviewRequested':
    case 'ReviewClocksRecounted':
      return review;
    case 'ReviewBodyChosen':
      return {
        ...review,
        body: event.data.body,
        status: firstStatus(event.data.body, review.late !== null),
      };
    case 'LatenessDecided':
      return {
        ...review,
        status: event.data.admitted ? 'requested' : 'late',
        late: {
          reason: review.late?.reason ?? null,
          admitted: event.data.admitted,
          decision: event.data.reason,
        },
      };
    case 'ReviewAccepted':
      return { ...review, status: 'examining', officer: event.data.officer };
    case 'ReviewOfficerChosen':
      return { ...review, officer: event.data.userId };
    case 'ReviewOfficialWithdrew':
      return {
        ...review,
        withdrawnOfficials: [...new Set([...review.withdrawnOfficials, event.data.userId])],
        officer: review.officer === event.data.userId ? null : review.officer,
      };
    case 'InquiryRecorded':
      return { ...review, inquiries: review.inquiries + 1 };
    case 'HearingOrdered':
      return { ...review, hearing: { orderedAt: event.at, reason: event.data.reason } };
    case 'HearingHeld':
      return { ...review, hearings: [...review.hearings, event.data] };
    case 'HearingDropped':
      return { ...review, hearing: null };
    case 'ReviewUnitSucceeded':
      return succeeded(review, event.data);
    case 'ReviewOpinionIssued':
      return { ...review, status: 'issued', papers: dropUnsealed(review.papers) };
    case 'ReviewClosed':
      return {
        ...review,
        status: 'closed',
        closing: event.data.closing,
        closedAt: event.at,
        papers: dropUnsealed(review.papers),
      };
  }
}

/**
 * Carries a review over one recorded event.
 * @param id the stream
 * @param review the state before, null at birth
 */
export function evolveReview(
  id: string,
  review: Review | null,
  event: RecordedReviewEvent,
): Review {
  if (review === null && event.type !== 'ReviewRequested') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ReviewRequested`);
  }
  const before = review ?? born(id, (event as ReviewEventOf<'ReviewRequested'>).data, event);
  return {
    ...change(before, event),
    clocks: advanceReviewClocks(before, event, event.at),
    version: event.seq,
    calendarVersion: event.calendarVersion,
  };
}
