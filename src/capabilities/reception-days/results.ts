/** What one topic of a day came to. Null: nobody said what it is about. */
export interface TopicTally {
  readonly topic: string | null;
  readonly batches: number;
  readonly persons: number;
  /** Batches whose matter was settled there and then. */
  readonly settledAtOnce: number;
}

/** Fewer than so many people could be told from a number. */
export const leastShown = 10;

const sumOf = (topic: string | null, parts: readonly TopicTally[]): TopicTally => ({
  topic,
  batches: parts.reduce((sum, { batches }) => sum + batches, 0),
  persons: parts.reduce((sum, { persons }) => sum + persons, 0),
  settledAtOnce: parts.reduce((sum, { settledAtOnce }) => sum + settledAtOnce, 0),
});

/**
 * Anonymous results: topics of fewer than ten people stand together under “other” (null), and
 * where those together are still too few, the smallest of the shown ones joins them, so that no
 * difference to the total tells them.
 * @returns nothing to show by topic where all together are too few
 */
export function mergeSmall(tallies: readonly TopicTally[]): readonly TopicTally[] {
  const falling = tallies.toSorted((one, other) => other.persons - one.persons);
  let shown = falling.filter(({ topic, persons }) => topic !== null && persons >= leastShown);
  let rest = falling.filter((tally) => !shown.includes(tally));
  while (shown.length > 0 && rest.length > 0 && sumOf(null, rest).persons < leastShown) {
    rest = [...rest, ...shown.slice(-1)];
    shown = shown.slice(0, -1);
  }
  const other = sumOf(null, rest);
  if (rest.length === 0) return shown;
  return other.persons < leastShown ? [] : [...shown, other];
}

/** The whole day. */
export const totalOf = (tallies: readonly TopicTally[]): TopicTally => sumOf(null, tallies);
