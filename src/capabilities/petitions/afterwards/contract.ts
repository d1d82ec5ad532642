import { z } from 'zod';
import { limits } from '../limits.ts';
import { followUpResults, followUpWays, solvedWords } from './state.ts';

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
  recordFollowUp: z.object({
    way: z.enum(followUpWays),
    heldOn: day,
    result: z.enum(followUpResults),
    /** In the petitioner's words; needed unless nobody was reached. */
    words: optional,
  }),
  contest: z.object({ reasons: optional, signed: z.boolean().default(false) }),
  decideContest: z.object({ decision: z.enum(['upheld', 'rejected']), reasons: explanation }),
} as const;
