import { z } from 'zod';

export const searchQuerySchema = z.object({
  /** Words, a 13-digit number, an 18-digit identity number or an 11-digit mobile number. */
  q: z.string().max(100),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type SearchQuery = z.output<typeof searchQuerySchema>;

/** What a clerk has typed of a new petition so far; in the body, never in an address. */
const personSought = {
  mobile: z.string().max(30).optional(),
  identityNumber: z.string().max(40).optional(),
};

/** More signatories than this are not looked up while somebody types. */
const mostPeople = 20;

export const similarSchema = z.object({
  ...personSought,
  /** Everybody on a joint letter. */
  people: z.array(z.object(personSought)).max(mostPeople).optional(),
  text: z.string().max(40_000).optional(),
});
export type SimilarInput = z.output<typeof similarSchema>;

/** Why a matter is shown; `person` before `text` where both are so. */
export const likenesses = ['person', 'text'] as const;
export type Likeness = (typeof likenesses)[number];
