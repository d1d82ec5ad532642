import { z } from 'zod';
import { inspectionColours } from './case.ts';
import { limits } from './limits.ts';

// The length in people's characters is checked after cleaning.
const reason = z
  .string()
  .min(1)
  .max(limits.reason * 4);
const colour = z.enum(inspectionColours);

export const enterListSchema = z.object({ colour, reason });
export type EnterListInput = z.infer<typeof enterListSchema>;

export const listingStepSchemas = {
  recolour: z.object({ colour, reason }),
  removeFromList: z.object({ reason }),
} as const;
export type ListingStep = keyof typeof listingStepSchemas;
export type ListingStepInput<T extends ListingStep> = z.infer<(typeof listingStepSchemas)[T]>;
export const listingSteps = Object.keys(listingStepSchemas) as readonly ListingStep[];

export const listingQuerySchema = z.object({
  colour: colour.optional(),
  unit: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .optional(),
  removed: z.enum(['yes']).optional().meta({ description: 'Those removed instead' }),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListingQuery = z.infer<typeof listingQuerySchema>;

const named = z.object({ id: z.string(), name: z.string() });

export const listingSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(['listed', 'removed']),
    colour,
    petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
    unit: named,
    enteredAt: z.number().meta({ description: 'Epoch milliseconds' }),
    decisions: z.array(
      z.object({
        at: z.number(),
        by: z.string(),
        deed: z.enum(['entered', 'recoloured', 'removed']),
        colour,
        reason: z.string(),
      }),
    ),
    steps: z.array(z.enum(['recolour', 'removeFromList'])),
  })
  .meta({ id: 'InspectionListing' });
export type ListingView = z.infer<typeof listingSchema>;

/** How a petition stands to the list. */
export const listingOfPetitionSchema = z.object({
  listing: listingSchema.nullable(),
  mayEnter: z.boolean(),
});
export type ListingOfPetition = z.infer<typeof listingOfPetitionSchema>;

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** What the four colours mean here, and where that is from. */
export const meaningsSchema = z.object({
  red: bilingual,
  yellow: bilingual,
  blue: bilingual,
  green: bilingual,
  source: z.string(),
});

export const listingPageSchema = z.object({
  items: z.array(listingSchema),
  next: z.string().nullable(),
  meanings: meaningsSchema,
});
export type ListingPage = z.infer<typeof listingPageSchema>;
