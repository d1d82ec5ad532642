/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  batch: 40,
  listed: 60,
  leader: 60,
  words: 2_000,
  files: 10,
  /** Rows that one request takes, so that a count moves while somebody waits. */
  rows: 50,
} as const;
