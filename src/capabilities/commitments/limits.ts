/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  name: 60,
  text: 1_000,
  explanation: 2_000,
  files: 10,
} as const;
