/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  line: 200,
  name: 60,
  reason: 500,
  words: 2_000,
  steps: 20,
  provisions: 10,
  files: 10,
  /** Fen: ten million yuan, above which somebody has mistyped. */
  amount: 1_000_000_000,
} as const;
