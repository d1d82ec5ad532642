/** How much may be written, in characters, and how many files may come with a statement. */
export const limits = {
  words: 4_000,
  reason: 1_000,
  /** Reasons shorter than this tell nobody anything. */
  shortest: 5,
  post: 40,
  place: 100,
  files: 20,
  /** Petitions that it rests on, beside the one that gave rise to it. */
  petitions: 20,
} as const;
