import { ok, type Result } from '../../kernel/result.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';

/** More than this between the two clocks, and periods could be counted wrongly. */
export const toleratedSkewMs = 2_000;

export type ClockWatch = {
  /** Compares the clocks now. */
  readonly check: () => Promise<void>;
  /** This machine's clock, in ms since 1970. */
  readonly ownNow: () => number;
  /**
   * Takes in an answer that came anyway: every transaction begins with the database's time.
   * @param askedAt this machine's clock just before it was asked
   * @param theirs what the database answered
   */
  readonly observe: (askedAt: number, theirs: Date) => void;
  /** Refused with `clock-skew` when the last comparison found them more than 2 s apart. */
  readonly assertClockAgrees: () => Result<undefined, Refusal>;
  /** The database's time now, as far as the last comparison tells; nothing before the first. */
  readonly databaseNow: () => Date | undefined;
  readonly stop: () => void;
};

/**
 * Watches how far this machine's clock and that of the database lie apart.
 * @param askDatabase the database's clock
 * @param ownNow this machine's clock, in ms since 1970
 * @param everyMs how often it is compared
 */
export const watchClock = (
  askDatabase: () => Promise<Date>,
  ownNow: () => number = Date.now,
  everyMs = 60_000,
): ClockWatch => {
  let skewMs = 0;
  let offsetMs: number | undefined;
  const observe = (askedAt: number, theirs: Date): void => {
    const answeredAt = ownNow();
    skewMs = distance(askedAt, theirs.getTime(), answeredAt);
    offsetMs = theirs.getTime() - (askedAt + answeredAt) / 2;
  };
  const check = async (): Promise<void> => {
    const askedAt = ownNow();
    observe(askedAt, await askDatabase());
  };
  // A database that does not answer is not a clock that differs.
  const timer = setInterval(() => void check().catch(() => undefined), everyMs);
  timer.unref();
  return {
    check,
    ownNow,
    observe,
    assertClockAgrees: () =>
      skewMs > toleratedSkewMs
        ? refuse('clock-skew', { seconds: (skewMs / 1_000).toFixed(1) })
        : ok(undefined),
    databaseNow: () =>
      offsetMs === undefined ? undefined : new Date(Math.round(ownNow() + offsetMs)),
    stop: () => clearInterval(timer),
  };
};

/** How far an answer lies outside the time in which it was asked for: a slow answer is not skew. */
const distance = (before: number, theirs: number, after: number): number =>
  Math.max(0, before - theirs, theirs - after);
