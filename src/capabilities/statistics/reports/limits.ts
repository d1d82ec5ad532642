/** Bounds of what people type here, in characters. */
export const limits = { section: 4_000, reason: 500 } as const;
