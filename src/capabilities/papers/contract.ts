import { z } from 'zod';
import { templatedKinds, type TemplatedKind } from './kinds.ts';

/** Kinds whose wording an office can change. */
export const templatedKindSchema = z.enum(
  Object.keys(templatedKinds) as [TemplatedKind, ...TemplatedKind[]],
);

const slotName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

const slotSchema = z.object({
  slot: z.string(),
  text: z.string().meta({ description: 'The wording that comes with the program' }),
  own: z.string().nullable().meta({ description: "The unit's own wording; null: the default" }),
  placeholders: z.array(z.string()).meta({ description: 'Each must stand in the own wording too' }),
});

export const paperTemplatesSchema = z
  .object({
    items: z.array(
      z.object({
        kind: templatedKindSchema,
        title: z.object({ zh: z.string(), en: z.string() }),
        slots: z.array(slotSchema),
      }),
    ),
  })
  .meta({ id: 'PaperTemplates' });
export type PaperTemplates = z.infer<typeof paperTemplatesSchema>;

/** One changeable passage by its address. */
export const slotParamsSchema = z.object({ kind: templatedKindSchema, slot: slotName });

/** Length and placeholders are judged against the default text. */
export const wordingSchema = z.object({ text: z.string().max(20_000) });

/** As a file, or as what stands on it. */
export const previewFormatSchema = z.object({ format: z.enum(['pdf', 'document']).default('pdf') });

/** Wording that is not kept yet, to be seen on an invented paper; without it the kept one. */
export const previewSchema = z.object({
  slots: z.record(slotName, z.string().max(20_000)).default({}),
});
