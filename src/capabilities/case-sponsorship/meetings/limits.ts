/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  line: 200,
  name: 60,
  place: 200,
  reason: 500,
  words: 2_000,
  agenda: 20,
  participants: 40,
  /** Reg. 20: at most five representatives speak for a shared matter. */
  representatives: 5,
  actions: 30,
} as const;
