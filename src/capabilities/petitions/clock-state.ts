import type { LocalDate } from '../../kernel/local-date.ts';
import type { PeriodId } from '../../kernel/periods.ts';

/** One clock of one petition, as the events left it; the calendar turns it into a due date. */
export interface ClockState {
  /** The period, and what it is about where several of one period can run (`task:…`). */
  readonly key: string;
  readonly period: PeriodId;
  /** Who must act; a unit id, or `petitioner`. */
  readonly holder: string;
  readonly startedAt: number;
  /** For periods that somebody sets: an assignment, a sub-task, an execution. */
  readonly givenDue: LocalDate | null;
  readonly extensionDays: number;
  readonly stoppedAt: number | null;
}

export const isRunning = (clock: ClockState): boolean => clock.stoppedAt === null;
