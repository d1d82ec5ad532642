import type { Calendar } from '../../kernel/calendar.ts';
import { countClock, type CountedClock } from '../../kernel/case-clocks.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { lastReport, type Commitment } from './commitment.ts';

/** Of the petition what decides who reads a promise. */
export interface ReadersFacts {
  readonly id: string;
  readonly office: string;
  readonly accusation: boolean;
  /** User ids. */
  readonly named: readonly string[];
}

/** What lists and the scope of readers need. */
export interface CommitmentRow {
  readonly id: string;
  readonly petitionId: string | null;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly status: string;
  readonly promisedTo: string;
  readonly published: boolean;
  readonly accusation: boolean;
  readonly unit: string;
  readonly byUnit: string;
  readonly responsible: string | null;
  readonly madeBy: string | null;
  /** Epoch ms, as the others. */
  readonly madeAt: number;
  readonly dueDate: LocalDate;
  readonly reportedAt: number | null;
  readonly closedAt: number | null;
  readonly readers: readonly string[];
  readonly named: readonly string[];
  readonly version: number;
}

/** The row of a promise as it is now. */
export function rowOf(commitment: Commitment, petition: ReadersFacts | null): CommitmentRow {
  const { id, petitionId, source, status, promisedTo, unit, byUnit, version } = commitment;
  const accusation = petition?.accusation ?? false;
  return {
    id,
    petitionId,
    sourceKind: source.kind,
    sourceId: source.id,
    status,
    promisedTo,
    // L-5: nothing about an accusation stands where everybody reads.
    published: commitment.publicText !== null && !accusation,
    accusation,
    unit,
    byUnit,
    responsible: commitment.responsible.userId,
    madeBy: commitment.madeBy,
    madeAt: commitment.madeAt,
    dueDate: commitment.dueDate,
    reportedAt: lastReport(commitment)?.at ?? null,
    closedAt: commitment.fulfilled?.at ?? commitment.withdrawn?.at ?? null,
    readers: [
      ...new Set([unit, byUnit, ...(petition === null ? [] : [petition.office])]),
    ].toSorted(),
    named: accusation ? (petition?.named ?? []).map((user) => `staff:${user}`).toSorted() : [],
    version,
  };
}

/** What waits, and where. */
export interface Waiting {
  readonly unit: string;
  readonly tasks: readonly ('commitment' | 'commitment-check')[];
  readonly officer: string | null;
  readonly clock: CountedClock | null;
}

/**
 * Lines on desks: to keep the promise at the unit, to look at its report at who can verify it. What
 * the petitioner is asked waits at no unit. Of an accusation nothing stands in a unit's list (L-5).
 */
export function itemsOf(
  commitment: Commitment,
  petition: ReadersFacts | null,
  calendar: Calendar,
): readonly Waiting[] {
  if (petition === null || petition.accusation) return [];
  if (commitment.status === 'open') {
    const clock = countClock(commitment.clock, calendar);
    return [{ unit: commitment.unit, tasks: ['commitment'], officer: null, clock }];
  }
  if (commitment.status !== 'reported') return [];
  const own = lastReport(commitment)?.withoutConfirmation ?? null;
  if (commitment.promisedTo === 'petitioner' && own === null) return [];
  const verifier = commitment.byUnit === commitment.unit ? petition.office : commitment.byUnit;
  return verifier === commitment.unit
    ? []
    : [{ unit: verifier, tasks: ['commitment-check'], officer: null, clock: null }];
}
