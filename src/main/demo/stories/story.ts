/** What a petition may be about; words in braces are filled by `tell`. */
export interface Story {
  /** The unit with power to decide. */
  readonly unit: string;
  /** Names of the built-in categories, from the first level down. */
  readonly category: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly demands: readonly string[];
  /** What the unit found, by which rule it decides, and what it answers to each demand. */
  readonly found: string;
  readonly basis: string;
  readonly answers: readonly string[];
}

/**
 * Makes a story of its parts.
 * @param matter title, text and demands
 * @param answer findings, basis and an answer to each demand
 */
export const story = (
  unit: string,
  category: string,
  matter: readonly [title: string, text: string, ...demands: readonly string[]],
  answer: readonly [found: string, basis: string, ...answers: readonly string[]],
): Story => {
  const [title, text, ...demands] = matter;
  const [found, basis, ...answers] = answer;
  return { unit, category: category.split('/'), title, text, demands, found, basis, answers };
};
