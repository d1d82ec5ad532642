import { z } from 'zod';
import { limits } from '../limits.ts';
import { solvedWords } from './state.ts';

const explanation = z
  .string()
  .min(1)
  .max(limits.explanation * 4);
const optional = z
  .string()
  .max(limits.explanation * 4)
  .optional();
const level = z.string().regex(/^[a-z0-9-]{1,40}$/);
const day = z.iso.date();

/** Bodies of the commands around and after the conclusion. */
export const afterwardsSchemas = {
  noteMaterial: z.object({}),
  rate: z.object({
    office: level,
    unit: level,
    demands: z
      .array(z.object({ demandId: z.uuid(), solved: z.enum(solvedWords) }))
      .max(limits.demands),
    reason: optional,
  }),
  logRatingContact: z.object({ record: explanation, heldOn: day }),
  noteRating: z.object({ note: explanation }),
} as const;
