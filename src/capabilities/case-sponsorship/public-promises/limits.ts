/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  title: 60,
  text: 500,
  step: 20,
  need: 200,
  steps: 8,
  reference: 40,
  name: 60,
  mobile: 40,
  note: 200,
  households: 5_000,
  /** Rows or households that one request takes, so that a count moves while somebody waits. */
  rows: 200,
  /** Slips that one sheet holds. */
  slips: 200,
} as const;
