import type { Calendar } from '../../kernel/calendar.ts';
import { countClock } from '../../kernel/case-clocks.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedBacklogEvent } from '../case-sponsorship/events.ts';
import type { RecordedCommitmentEvent } from '../commitments/events.ts';
import type { ProceedingEvent, Recorded } from '../hearings-mediation/events.ts';
import type { RecordedLetterEvent } from '../leader-letters/events.ts';
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

/** What one promise gives: the days promised, each kept, missed, or moved in time. */
export function partsOfCommitment(
  all: readonly RecordedCommitmentEvent[],
  asOf: string,
  today: boolean,
): readonly Added[] {
  const parts: Added[] = [];
  let made = '';
  let unit = '';
  let promisedTo = '';
  let due = '';
  let reportedOn: string | null = null;
  let over: string | null = null;
  let fulfilled: { day: string; judge: string } | null = null;
  const missed: string[] = [];
  const dayOf = (event: { readonly at: number }): string => localDateOf(event.at);
  for (const event of until(all, asOf)) {
    switch (event.type) {
      case 'CommitmentMade':
        made = dayOf(event);
        ({ unit, promisedTo, dueDate: due } = event.data);
        break;
      case 'CommitmentReported':
        reportedOn ??= dayOf(event);
        break;
      case 'CommitmentSentBack':
        reportedOn = null;
        fulfilled = null;
        break;
      case 'CommitmentFulfilled':
        fulfilled = { day: dayOf(event), judge: event.data.judge };
        break;
      case 'CommitmentDateChanged':
        if (dayOf(event) > event.data.from) missed.push(event.data.from);
        due = event.data.to;
        break;
      case 'CommitmentWithdrawn':
        over = dayOf(event);
        break;
      case 'CommitmentSucceeded':
        unit = event.data.unit;
        break;
    }
  }
  if (made === '') return parts;
  const add = (measure: string, part: Part['part'], day: string): void => {
    parts.push({ measure, part, day, unit, amount: 1 });
  };
  const isOver = (day: string): boolean => (today ? day < asOf : day <= asOf);
  add('commitments-made', 'numerator', made);
  const owed = over === null || over > due ? [...missed, due] : missed;
  owed.forEach((day, at) => {
    if (!isOver(day)) return;
    add('commitments-due', 'numerator', day);
    add('commitments-on-time', 'denominator', day);
    const last = at === missed.length;
    if (last && reportedOn !== null && reportedOn <= day) {
      add('commitments-on-time', 'numerator', day);
    }
  });
  if (fulfilled !== null && promisedTo === 'petitioner') {
    add('commitments-confirmed', 'denominator', fulfilled.day);
    if (fulfilled.judge === 'petitioner') add('commitments-confirmed', 'numerator', fulfilled.day);
  }
  if (fulfilled === null && over === null) {
    add('commitments-open', 'numerator', made);
    if (reportedOn === null && isOver(due)) add('commitments-overdue', 'numerator', due);
  }
  return parts;
}

/** What one letter before a leader or head gives. */
export function partsOfLetter(all: readonly RecordedLetterEvent[], asOf: string): readonly Added[] {
  const parts: Added[] = [];
  let laid: { day: string; unit: string; before: string } | null = null;
  let read = false;
  const instructed: string[] = [];
  const readings: string[] = [];
  for (const event of until(all, asOf)) {
    if (event.type === 'LetterLaid') {
      const { unit, before } = event.data;
      laid = { day: localDateOf(event.at), unit, before };
    }
    if (event.type === 'LetterRead') {
      read = true;
      readings.push(localDateOf(event.at));
    }
    if (event.type === 'LetterInstructed') {
      read = true;
      instructed.push(localDateOf(event.at));
    }
    if (event.type === 'LetterSucceeded' && laid?.unit === event.data.from) {
      laid = { ...laid, unit: event.data.to };
    }
  }
  if (laid === null) return parts;
  const { day, unit, before } = laid;
  const add = (measure: string, part: Part['part'], on: string): void => {
    parts.push({ measure, part, day: on, unit, amount: 1 });
  };
  if (before === 'leader') add('letters-laid', 'numerator', day);
  add('letters-read', 'denominator', day);
  if (read) add('letters-read', 'numerator', day);
  if (before === 'leader') {
    for (const on of readings) add('letters-read-by-leaders', 'numerator', on);
  }
  for (const on of instructed) add('letter-instructions', 'numerator', on);
  return parts;
}

/** What one backlog case gives. */
export function partsOfBacklog(
  all: readonly RecordedBacklogEvent[],
  asOf: string,
): readonly Added[] {
  let day = '';
  let unit = '';
  let resolved = false;
  for (const event of until(all, asOf)) {
    if (event.type === 'BacklogAssigned') {
      day = localDateOf(event.at);
      ({ unit } = event.data);
    }
    if (event.type === 'BacklogClosed') resolved = true;
    if (event.type === 'BacklogTakenUpAgain') resolved = false;
    if (event.type === 'BacklogSucceeded' && unit === event.data.from) unit = event.data.to;
  }
  if (day === '') return [];
  const add = (measure: string, part: Part['part']): Added => ({
    measure,
    part,
    day,
    unit,
    amount: 1,
  });
  return [
    add('backlog-cases', 'numerator'),
    add('backlog-resolution', 'denominator'),
    ...(resolved ? [add('backlog-resolution', 'numerator')] : [add('backlog-open', 'numerator')]),
  ];
}
