import { z } from 'zod';
import { consentWays, talkPartners, visitOutcomes, visitStatuses } from './code-names.ts';
import { visitLimits as limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const date = z.iso.date();
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const visitPlanSchema = z.object({
  day: date,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  visitors: z.array(code).min(1).max(limits.visitors).meta({ description: 'User ids' }),
  companions: words(limits.name * 5)
    .default('')
    .meta({ description: 'Others who come along, in words' }),
  whom: required(limits.name),
  place: required(limits.place).meta({ description: 'In words; never coordinates' }),
  purpose: required(limits.purpose),
});
export type VisitPlanInput = z.infer<typeof visitPlanSchema>;

const talks = z
  .array(z.object({ partner: z.enum(talkPartners), name: words(limits.name).default('') }))
  .max(limits.talks)
  .default([]);
const uploads = z.array(z.uuid()).max(limits.files).default([]);
const notes = { visitedOn: date, talks, words: words(limits.words).default(''), uploads };

export const visitStepSchemas = {
  changeVisit: visitPlanSchema,
  cancelVisit: z.object({ reason: words(limits.purpose).default('') }),
  noteConsent: z.object({ on: date, way: z.enum(consentWays) }),
  withdrawConsent: z.object({}),
  recordVisit: z.object({
    outcome: z.enum(visitOutcomes),
    ...notes,
    consent: z
      .enum(consentWays)
      .nullable()
      .default(null)
      .meta({ description: 'The petitioner agreed on the spot that neighbours are asked' }),
    promise: z
      .object({ text: required(limits.promise), dueDate: date })
      .nullable()
      .default(null),
  }),
  addToVisit: z.object(notes),
} as const;

export type VisitStep = keyof typeof visitStepSchemas;
export type VisitStepInput<T extends VisitStep> = z.infer<(typeof visitStepSchemas)[T]>;

/** In the order in which forms offer them. */
export const visitSteps = Object.keys(visitStepSchemas) as readonly VisitStep[];

export const visitQuerySchema = z.object({
  status: z.enum(visitStatuses).optional(),
  unit: code.optional(),
  day: date.optional(),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type VisitQuery = z.infer<typeof visitQuerySchema>;
