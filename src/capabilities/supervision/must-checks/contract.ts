import { z } from 'zod';
import { checks, grounds, itemStatuses } from './case.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = z
  .string()
  .min(1)
  .max(limits.words * 4);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const day = z.iso.date();

/** A supervision order: a petition, by number or id, or else a unit. */
export const orderSchema = z.object({
  number: z.string().max(60).optional().meta({ description: 'Number of the petition' }),
  petitionId: z.uuid().optional(),
  unit: code
    .or(z.literal(''))
    .optional()
    .meta({ description: 'Who answers; of a petition whoever has it, unless told' }),
  ground: z.enum(grounds).meta({ description: 'Reg. art. 40(1)' }),
  words,
  dueDate: day,
});
export type OrderInput = z.infer<typeof orderSchema>;

export const itemStepSchemas = {
  answerItem: z.object({ words }),
  closeItem: z.object({ words }),
  returnAnswer: z.object({ words, dueDate: day }),
} as const;

export type ItemStep = keyof typeof itemStepSchemas;
export type ItemStepInput<T extends ItemStep> = z.infer<(typeof itemStepSchemas)[T]>;

/** In the order in which forms offer them. */
export const itemSteps = Object.keys(itemStepSchemas) as readonly ItemStep[];

/** A list is that of an office which supervises, or of a unit which answers. */
export const sides = ['office', 'unit'] as const;

export const itemsQuerySchema = z.object({
  side: z.enum(sides).optional(),
  check: z.enum(checks).optional(),
  status: z.enum([...itemStatuses, 'unclosed']).optional(),
  unit: code.optional(),
  petition: z.uuid().optional(),
  overdue: z.enum(['true', 'false']).optional(),
  /** What waits at the own unit and is about no petition: it stands on no line of a desk. */
  waiting: z.enum(['true', 'false']).optional(),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ItemsQuery = z.infer<typeof itemsQuerySchema>;
