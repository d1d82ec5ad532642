/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  name: 60,
  contact: 60,
  place: 120,
  about: 1_000,
  explanation: 2_000,
  parties: 20,
  /** Name of a kind. */
  kind: 60,
  source: 200,
  /** Of a local limit. */
  days: 365,
  lookBackMonths: 120,
} as const;
