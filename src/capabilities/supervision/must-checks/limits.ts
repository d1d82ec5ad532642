/** In characters as people count them. */
export const limits = { words: 4000 } as const;
