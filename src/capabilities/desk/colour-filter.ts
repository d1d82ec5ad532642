import { thresholdsInForce } from '../../kernel/clock-colours.ts';

/**
 * The colour of a row as `colourOf` gives it, in SQL: the share of its time that has passed. Both
 * count in whole milliseconds, and halves and quarters of them are exact in an interval. The
 * thresholds are numbers that the configuration has checked.
 * @param row alias of the list's row
 * @param now the parameter that holds the present moment
 */
export const colourSql = (row: string, now: string): string => {
  const { blue, yellow } = thresholdsInForce();
  const elapsed = `${now}::timestamptz - ${row}.clock_started_at`;
  const whole = `(${row}.due_at - ${row}.clock_started_at)`;
  return `CASE
    WHEN ${row}.clock_period IS NULL THEN NULL
    WHEN ${now}::timestamptz >= ${row}.due_at THEN 'red'
    WHEN ${elapsed} >= ${whole} * ${yellow} THEN 'yellow'
    WHEN ${elapsed} >= ${whole} * ${blue} THEN 'blue'
    ELSE 'green' END`;
};
