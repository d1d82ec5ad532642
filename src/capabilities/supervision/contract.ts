import { z } from 'zod';

/*
 * What the contracts of supervision's own records share: inspections, recommendations, repairs.
 */

/** What people type. The length in people's characters is checked after cleaning. */
export const words = (limit: number) => z.string().max(limit * 4);
export const required = (limit: number) => words(limit).trim().min(1);
/** Of units and accounts. */
export const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
export const day = z.iso.date();
export const uploads = (most: number) => z.array(z.uuid()).max(most).default([]);

const paper = z.object({ paperId: z.uuid() });

/**
 * The steps of a paper from the check to its service.
 * @param limit of a reason and a proof
 */
export const paperStepSchemas = (limit: number) =>
  ({
    checkPaper: paper,
    signPaper: paper,
    sealPaper: paper,
    issuePaper: paper,
    returnPaper: paper.extend({ reason: required(limit) }),
    servePaper: paper.extend({
      way: z.enum(['hand', 'post']),
      servedOn: day,
      proof: required(limit).meta({ description: 'Who signed for it, or the mail number' }),
    }),
  }) as const;
type PaperStepSchemas = ReturnType<typeof paperStepSchemas>;
export type PaperStep = keyof PaperStepSchemas;
export type PaperStepInput<T extends PaperStep> = z.infer<PaperStepSchemas[T]>;

/** How far into a list: the place that the page before gave, and how many rows. */
export const paging = {
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
} as const;
