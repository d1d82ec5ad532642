import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock, type CountedClock } from '../../../kernel/case-clocks.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { dueDateOf, type SupervisionItem } from './case.ts';

/** Of the petition what decides who reads an item; without one nothing is hidden. */
export interface ReadersFacts {
  readonly accusation: boolean;
  /** Actors, as `staff:…`. */
  readonly named: readonly string[];
}

export const readByAll: ReadersFacts = { accusation: false, named: [] };

/** What lists and the scope of readers need. */
export interface ItemRow {
  readonly id: string;
  readonly check: string;
  readonly petitionId: string | null;
  readonly unit: string;
  readonly office: string;
  readonly status: string;
  /** Epoch ms. */
  readonly raisedAt: number;
  readonly dueDate: LocalDate;
  readonly accusation: boolean;
  readonly readers: readonly string[];
  readonly named: readonly string[];
  readonly version: number;
}

export const rowOf = (item: SupervisionItem, readers: ReadersFacts): ItemRow => ({
  id: item.id,
  check: item.check,
  petitionId: item.petitionId,
  unit: item.unit,
  office: item.office,
  status: item.status,
  raisedAt: item.raisedAt,
  dueDate: dueDateOf(item),
  accusation: readers.accusation,
  readers: [...new Set([item.unit, item.office])].toSorted(),
  named: readers.accusation ? readers.named.toSorted() : [],
  version: item.version,
});

/** One hit as the nightly look finds it again. */
export interface OccurrenceRow {
  readonly key: string;
  /** Whether what was found still is, in an item that nobody has closed. */
  readonly live: boolean;
}

export const occurrencesOf = ({ occurrences, status }: SupervisionItem): readonly OccurrenceRow[] =>
  occurrences.map(({ key, ended }) => ({ key, live: ended === null && status !== 'closed' }));

/** What waits, and where. */
export interface Waiting {
  readonly unit: string;
  readonly tasks: readonly ('supervision-answer' | 'supervision-verify')[];
  readonly officer: string | null;
  readonly clock: CountedClock | null;
}

/** Lines on desks. Of an accusation nothing stands in a unit's list (L-5). */
export function itemsOf(
  item: SupervisionItem,
  readers: ReadersFacts,
  calendar: Calendar,
): readonly Waiting[] {
  if (readers.accusation || item.status === 'closed') return [];
  if (item.status === 'answered') {
    const { office: unit } = item;
    return [{ unit, tasks: ['supervision-verify'], officer: null, clock: null }];
  }
  const clock = countClock(item.clock, calendar);
  return [{ unit: item.unit, tasks: ['supervision-answer'], officer: null, clock }];
}
