/** Bounds of what people type here, in characters. */
export const limits = { text: 1_000, words: 2_000 } as const;
