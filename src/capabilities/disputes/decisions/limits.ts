/** Bounds of what people type here, in characters or pieces. */
export const limits = { title: 100, content: 3_000, explanation: 2_000 } as const;
