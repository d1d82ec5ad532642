import { colourOf, remainingDays, type ClockColour } from '../../kernel/clock-colours.ts';
import { dueOnDate } from '../../kernel/clocks.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { isOpen, lastReport, type Commitment } from './commitment.ts';

/** First moment that is too late, epoch ms: the promised day ends at midnight. */
export const dueAtOf = (dueDate: LocalDate): number => dueOnDate(dueDate).dueAt;

/** What a promise's date means at a moment. */
export interface Standing {
  /** Null once it needs no watching any more. */
  readonly colour: ClockColour | null;
  /** Past its day and nobody has said that it is done. */
  readonly overdue: boolean;
  /** It was reported, or done, after its day. */
  readonly late: boolean;
  /** 0 on the day itself; negative by the days that it is over. */
  readonly remainingDays: number;
}

/**
 * How a promise stands to its date. A report stops the clock until somebody sends it back: who looks
 * at it may take time that is not the unit's.
 * @param now epoch ms
 */
export function standingOf(commitment: Commitment, now: number): Standing {
  const { madeAt, dueDate, status } = commitment;
  const dueAt = dueAtOf(dueDate);
  const report = lastReport(commitment);
  const answered = status === 'open' ? null : report;
  return {
    colour: isOpen(commitment) ? colourOf(madeAt, dueAt, now, undefined, answered?.at) : null,
    overdue: status === 'open' && now >= dueAt,
    late: answered !== null && status !== 'withdrawn' && answered.at >= dueAt,
    remainingDays: remainingDays(now, dueDate),
  };
}
