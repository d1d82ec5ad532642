/** How much may be written, in characters, and how many files may come with an answer. */
export const limits = {
  words: 4_000,
  reason: 1_000,
  /** Reasons shorter than this tell nobody anything. */
  shortest: 5,
  files: 20,
  copies: 10,
  /** Working days of a step. */
  days: 60,
  name: 20,
  source: 200,
} as const;
