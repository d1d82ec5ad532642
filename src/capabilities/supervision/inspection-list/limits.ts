/** Bounds of what people type here, in characters. */
export const limits = { reason: 1_000 } as const;
