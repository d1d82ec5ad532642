import { z } from 'zod';

/** What a case officer makes of a suggested match. */
export const judgeSchema = z.object({
  verdict: z.enum(['confirmed', 'rejected']),
  expectedVersion: z.int().optional(),
});
