import { z } from 'zod';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);

export const householdStepSchema = z.object({
  name: required(limits.step),
  need: words(limits.need)
    .default('')
    .meta({ description: 'What the household still has to do or bring, in plain words' }),
});

export const makePromiseSchema = z
  .object({
    title: required(limits.title),
    text: required(limits.text).meta({ description: 'Everybody reads it; it names nobody' }),
    leaderUser: z.string().max(100).optional(),
    leaderName: words(limits.name).default(''),
    unit: z.string().min(1).max(100).meta({ description: 'The unit that keeps it' }),
    dueDate: z.iso.date().meta({ example: '2026-12-01' }),
    steps: z
      .array(householdStepSchema)
      .min(2)
      .max(limits.steps)
      .meta({ description: 'The steps of a household in order; the last one is “done”' }),
    petitionId: z.uuid().optional(),
    meetingId: z.uuid().optional().meta({ description: 'A three-party meeting that was held' }),
  })
  .refine(({ steps }) => new Set(steps.map(({ name }) => name.trim())).size === steps.length, {
    message: 'each step has a name of its own',
    path: ['steps'],
  });
export type MakePromiseInput = z.infer<typeof makePromiseSchema>;

export const householdRowSchema = z.object({
  row: z.int().min(1).max(1_000_000),
  reference: z.string().max(400).default(''),
  name: z.string().max(400).default(''),
  mobile: z.string().max(400).default(''),
  step: z.string().max(400).default(''),
  note: z.string().max(400).default(''),
});
export type HouseholdRowInput = z.infer<typeof householdRowSchema>;

export const householdRowsSchema = z.object({
  rows: z.array(householdRowSchema).min(1).max(limits.rows),
});

export const moveHouseholdsSchema = z.object({
  households: z
    .array(
      z.object({
        id: z.uuid(),
        from: z.int().min(0).max(limits.steps).meta({ description: 'The step that you saw' }),
      }),
    )
    .min(1)
    .max(limits.rows),
  to: z.int().min(0).max(limits.steps),
  note: words(limits.note).default(''),
});
export type MoveHouseholdsInput = z.infer<typeof moveHouseholdsSchema>;

export const promisesQuerySchema = z.object({
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PromisesQuery = z.infer<typeof promisesQuerySchema>;

export const householdsQuerySchema = z.object({
  step: z.coerce.number().int().min(0).max(limits.steps).optional(),
  reference: z.string().max(400).optional().meta({ description: 'Found exactly, and only so' }),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type HouseholdsQuery = z.infer<typeof householdsQuerySchema>;
