import { DEFAULT_THRESHOLDS } from '../../kernel/clock-colours.ts';

const { blue, yellow } = DEFAULT_THRESHOLDS;

/**
 * The colour of a row as `colourOf` gives it, in SQL: the share of its time that has passed. In
 * exact numbers, so that both fall on the same side of each threshold.
 * @param row alias of the list's row
 * @param now the parameter that holds the present moment
 */
export const colourSql = (row: string, now: string): string => {
  const elapsed = `extract(epoch FROM ${now}::timestamptz - ${row}.clock_started_at)`;
  const whole = `extract(epoch FROM ${row}.due_at - ${row}.clock_started_at)`;
  return `CASE
    WHEN ${row}.clock_period IS NULL THEN NULL
    WHEN ${now}::timestamptz >= ${row}.due_at THEN 'red'
    WHEN ${elapsed} >= ${yellow} * ${whole} THEN 'yellow'
    WHEN ${elapsed} >= ${blue} * ${whole} THEN 'blue'
    ELSE 'green' END`;
};
