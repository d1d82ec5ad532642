/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  place: 100,
  text: 2_000,
  summary: 10_000,
  members: 60,
  items: 40,
  coHandlers: 10,
  commitments: 10,
} as const;
