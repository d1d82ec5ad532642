import type { ClockState } from '../../../kernel/case-clocks.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { dueDateOf, type Hit, type Occurrence, type SupervisionItem } from './case.ts';
import type { RecordedItemEvent } from './events.ts';

const clockOf = (unit: string, dueDate: LocalDate, at: number): ClockState => ({
  key: 'supervision-answer',
  period: 'supervision-answer',
  holder: unit,
  startedAt: at,
  givenDue: dueDate,
  extensionDays: 0,
  stoppedAt: null,
});

const added = (
  before: readonly Occurrence[],
  hits: readonly Hit[],
  foundAt: number,
): readonly Occurrence[] => [
  ...before,
  ...hits.map((hit, place) => ({
    ...hit,
    number: before.length + place + 1,
    foundAt,
    ended: null,
  })),
];

/** A new day to answer by; what became of the one before is kept. */
const anew = (before: SupervisionItem, dueDate: LocalDate, at: number) => ({
  clock: clockOf(before.unit, dueDate, at),
  formerDates: [
    ...before.formerDates,
    { dueDate: dueDateOf(before), answeredAt: before.clock.stoppedAt },
  ],
});

function change(before: SupervisionItem, event: RecordedItemEvent): SupervisionItem {
  const { at } = event;
  switch (event.type) {
    case 'ItemOpened':
      return before;
    case 'ItemRecurred': {
      const { hits, reopens, dueDate } = event.data;
      const occurrences = added(before.occurrences, hits, at);
      if (!reopens) return { ...before, occurrences };
      const fresh = before.status === 'closed';
      return {
        ...before,
        ...anew(before, dueDate, at),
        occurrences,
        status: 'open',
        raisedAt: fresh ? at : before.raisedAt,
        raised: fresh ? [...before.raised, at] : before.raised,
      };
    }
    case 'CausesEnded': {
      const ended = new Map(event.data.ended.map((each) => [each.key, each]));
      return {
        ...before,
        occurrences: before.occurrences.map((occurrence) => {
          const end = ended.get(occurrence.key);
          return end === undefined || occurrence.ended !== null
            ? occurrence
            : { ...occurrence, ended: { cause: end.cause, at: end.at } };
        }),
      };
    }
    case 'ItemAnswered':
      return {
        ...before,
        status: 'answered',
        answers: [...before.answers, { at, ...event.data }],
        clock: { ...before.clock, stoppedAt: at },
      };
    case 'AnswerReturned':
      return {
        ...before,
        ...anew(before, event.data.dueDate, at),
        status: 'open',
        returned: [...before.returned, { at, ...event.data }],
      };
    case 'ItemClosed':
      return {
        ...before,
        status: 'closed',
        closings: [...before.closings, { at, ...event.data }],
      };
    case 'ItemSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      const unit = heirOf(before.unit);
      return {
        ...before,
        unit,
        office: heirOf(before.office),
        clock: { ...before.clock, holder: unit },
      };
    }
  }
}

/**
 * Carries a supervision item over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveItem(
  id: string,
  before: SupervisionItem | null,
  event: RecordedItemEvent,
): SupervisionItem {
  const { seq, at, calendarVersion } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'ItemOpened') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ItemOpened`);
  }
  const { hits, dueDate, ...data } = event.data;
  return {
    id,
    version: seq,
    calendarVersion,
    ...data,
    status: 'open',
    openedAt: at,
    raisedAt: at,
    raised: [at],
    clock: clockOf(data.unit, dueDate, at),
    formerDates: [],
    occurrences: added([], hits, at),
    answers: [],
    returned: [],
    closings: [],
  };
}

/** Folds a record; null of an empty one. */
export const foldItem = (
  id: string,
  events: readonly RecordedItemEvent[],
): SupervisionItem | null =>
  events.reduce<SupervisionItem | null>((before, event) => evolveItem(id, before, event), null);
