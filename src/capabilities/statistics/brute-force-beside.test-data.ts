import type { Calendar } from '../../kernel/calendar.ts';
import { countClock } from '../../kernel/case-clocks.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { ProceedingEvent, Recorded } from '../hearings-mediation/events.ts';
import type { RecordedReviewEvent } from '../review/events.ts';
import { evolveReview } from '../review/evolve.ts';
import type { Review } from '../review/review.ts';
import type { Part } from './brute-force.test-data.ts';

/*
 * The measures of records beside petitions, once more from the raw events by plain loops.
 */

type Added = Pick<Part, 'measure' | 'part' | 'day' | 'unit' | 'amount'>;

const until = <Event extends { readonly at: number }>(events: readonly Event[], asOf: string) =>
  events.filter(({ at }) => localDateOf(at) <= asOf);

/** What one review gives. */
export function partsOfReview(
  id: string,
  all: readonly RecordedReviewEvent[],
  asOf: string,
  calendar: (version: string) => Calendar,
  today: boolean,
): readonly Added[] {
  const events = until(all, asOf);
  const parts: Added[] = [];
  let unit = '';
  let stage = '';
  let closing: string | null = null;
  const add = (measure: string, part: Part['part'], day: string, of = unit): void => {
    parts.push({ measure, part, day, unit: of, amount: 1 });
  };
  let state: Review | null = null;
  for (const event of events) {
    state = evolveReview(id, state, event);
    if (event.type === 'ReviewRequested') {
      unit = event.data.contested.issuer;
      stage = event.data.stage;
      const asked = stage === 'review' ? 'reviews-asked' : 're-examinations-asked';
      add(asked, 'numerator', event.data.requestedOn);
    }
    if (event.type === 'ReviewClosed') {
      closing = event.data.closing;
      const day = localDateOf(event.at);
      if (['upheld', 'changed', 'handle-again'].includes(closing)) {
        add('opinions-not-upheld', 'denominator', day);
        if (closing !== 'upheld') add('opinions-not-upheld', 'numerator', day);
      }
    }
  }
  if (state === null || closing === 'withdrawn' || closing === 'refused') return parts;
  for (const clock of state.clocks) {
    if (clock.period !== 'review' && clock.period !== 're-examination') continue;
    const { dueDate, dueAt, stoppedAt, holder } = countClock(
      clock,
      calendar(state.calendarVersion),
    );
    if (today ? dueDate >= asOf : dueDate > asOf) continue;
    add('review-on-time', 'denominator', dueDate, holder);
    if (stoppedAt !== null && stoppedAt < dueAt)
      add('review-on-time', 'numerator', dueDate, holder);
  }
  return parts;
}

/** What one hearing or mediation gives. */
export function partsOfProceeding(
  all: readonly Recorded<ProceedingEvent>[],
  asOf: string,
): readonly Added[] {
  const parts: Added[] = [];
  let unit = '';
  const add = (measure: string, part: Part['part'], day: string): void => {
    parts.push({ measure, part, day, unit, amount: 1 });
  };
  for (const event of until(all, asOf)) {
    if (event.type === 'HearingConvened' || event.type === 'MediationProposed') {
      unit = event.data.unit;
    }
    if (event.type === 'HearingOpened') add('hearings-held', 'numerator', event.data.on);
    if (event.type === 'AgreementReached') {
      add('mediation-success', 'numerator', event.data.effectiveOn);
      add('mediation-success', 'denominator', event.data.effectiveOn);
    }
    if (event.type === 'MediationFailed') {
      add('mediation-success', 'denominator', localDateOf(event.at));
    }
  }
  return parts;
}
