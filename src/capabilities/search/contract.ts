import { z } from 'zod';

export const searchQuerySchema = z.object({
  /** Words, a 13-digit number, an 18-digit identity number or an 11-digit mobile number. */
  q: z.string().max(100),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type SearchQuery = z.output<typeof searchQuerySchema>;

/** What a clerk has typed of a new petition so far; in the body, never in an address. */
export const similarSchema = z.object({
  mobile: z.string().max(30).optional(),
  identityNumber: z.string().max(40).optional(),
  text: z.string().max(40_000).optional(),
});
export type SimilarInput = z.output<typeof similarSchema>;
