/** Bounds of what people type here, in characters or pieces. */
export const visitLimits = {
  name: 60,
  place: 200,
  purpose: 500,
  words: 5_000,
  promise: 1_000,
  correction: 2_000,
  visitors: 10,
  talks: 20,
  files: 20,
  /** Days ahead that a visit can be planned. */
  ahead: 366,
} as const;
