/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  name: 60,
  contact: 60,
  place: 120,
  about: 1_000,
  explanation: 2_000,
  parties: 20,
} as const;
