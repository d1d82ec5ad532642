/** Bounds of what people type here, in characters or pieces. */
export const ticketLimits = {
  name: 100,
  telephone: 30,
  note: 500,
  reason: 500,
  instruction: 2_000,
  label: 60,
  persons: 9_999,
  /** Reg. 20: at most five speak for a shared matter; the others are members of the group. */
  representatives: 5,
  groups: 200,
  units: 30,
  topics: 30,
} as const;

/** who does not answer three calls and one telephone call is carried over. */
export const callsBeforeCarrying = 3;
