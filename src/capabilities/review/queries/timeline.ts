import { localDateOf } from '../../../kernel/local-date.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import type { ReviewEventOf, ReviewEventType, RecordedReviewEvent } from '../events.ts';
import { findReviewPaper, type Review } from '../review.ts';
import type { ReviewTimelineEntry } from '../view.ts';

/** What an event's line is made of. */
interface Line {
  readonly facts: Readonly<Record<string, string>>;
  readonly text: { readonly id: string } | null;
  readonly public: boolean;
}

export interface Names {
  readonly unit: (id: string) => string;
  readonly user: (id: string) => string;
}

type LineOf<T extends ReviewEventType> = (
  data: ReviewEventOf<T>['data'],
  review: Review,
  names: Names,
) => Line;

const office = (facts: Line['facts'] = {}, text: Line['text'] = null): Line => ({
  facts,
  text,
  public: false,
});
const open = (facts: Line['facts'] = {}, text: Line['text'] = null): Line => ({
  facts,
  text,
  public: true,
});

const kindOf = (review: Review, paperId: string): Line['facts'] => {
  const paper = findReviewPaper(review, paperId);
  return paper === undefined ? {} : { kind: paper.kind };
};

/** One entry for each event: a new event does not compile until its line is thought of. */
const lines: { readonly [T in ReviewEventType]: LineOf<T> } = {
  ReviewRequested: (data, _, names) =>
    open(
      {
        stage: data.stage,
        requestChannel: data.channel,
        requestedOn: data.requestedOn,
        ...(data.body === null ? {} : { body: names.unit(data.body) }),
      },
      data.grounds,
    ),
  ReviewBodyChosen: (data, _, names) => open({ body: names.unit(data.body) }),
  LatenessDecided: (data) => open({ admitted: String(data.admitted) }, data.reason),
  ReviewAccepted: (data, _, names) => open({ officer: names.user(data.officer) }),
  ReviewOfficerChosen: (data, _, names) => office({ user: names.user(data.userId) }),
  ReviewOfficialWithdrew: (data, _, names) =>
    office({ user: names.user(data.userId) }, data.reason),
  InquiryRecorded: (data) => office({ heldOn: data.heldOn }, data.record),
  HearingOrdered: (data) => open({}, data.reason),
  HearingHeld: (data) => open({ hearingFrom: data.from, hearingTo: data.to }),
  HearingDropped: () => open(),
  ReviewUnitSucceeded: (data, _, names) =>
    open({
      from: names.unit(data.from),
      to: names.unit(data.to),
      ...(data.body === null ? {} : { body: names.unit(data.body) }),
    }),
  ReviewOpinionIssued: (data) => office({ reviewState: data.outcome }),
  ReviewClosed: (data) => open({ reviewState: data.closing }, data.words),
  ReviewClocksRecounted: (data) => office({ calendarVersion: data.calendarVersion }),
  PaperDrafted: (data) => office({ kind: data.kind }),
  PaperChecked: (data, review) => office(kindOf(review, data.paperId)),
  PaperSigned: (data, review) => office(kindOf(review, data.paperId)),
  PaperSealed: (data, review) => office({ ...kindOf(review, data.paperId), number: data.number }),
  PaperReturned: (data, review) => office(kindOf(review, data.paperId), data.reason),
  PaperRendered: (data, review) => office(kindOf(review, data.paperId)),
  PaperAnnounced: (data, review) =>
    open({ ...kindOf(review, data.paperId), publishedOn: localDateOf(data.publishedOn) }),
  PaperServed: (data, review) =>
    open({
      ...kindOf(review, data.paperId),
      way: data.way,
      servedOn: localDateOf(data.servedOn),
    }),
};

/** Every event with person, unit and time, oldest first (P-16). */
export function tellReview(
  events: readonly RecordedEvent[],
  review: Review,
  names: Names,
  words: (item: { readonly id: string } | null) => string,
): ReviewTimelineEntry[] {
  return (events as unknown as readonly RecordedReviewEvent[]).map((event) => {
    const tell = lines[event.type] as LineOf<ReviewEventType>;
    const { facts, text, public: shown } = tell(event.data, review, names);
    const [kind = '', id = ''] = event.actor.split(':');
    return {
      seq: event.seq,
      at: event.at,
      type: event.type,
      actor: kind === 'staff' ? names.user(id) : kind,
      unit: event.unitId === null ? '' : names.unit(event.unitId),
      facts,
      text: text === null ? null : words(text),
      public: shown,
    };
  });
}
