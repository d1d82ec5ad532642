import { z } from 'zod';
import { aidKinds } from './aid-rules.ts';
import { explainingHows, ways, wayStatuses } from './case.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const date = z.iso.date().meta({ example: '2026-12-01' });

const expertSchema = z.object({
  name: required(limits.name),
  unit: words(limits.line).default(''),
  field: words(limits.line).default(''),
});

export const pathStepSchema = z.object({
  text: required(limits.reason),
  dueDate: date,
  expert: expertSchema.nullable().default(null),
});

const common = {
  demandId: z.uuid().nullable().default(null).meta({ description: 'Null: the whole case' }),
  reason: required(limits.words),
};

/** Nothing here asks what the petitioner does afterwards: aid never depends on it. */
export const chooseSchema = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('policy'),
    ...common,
    steps: z.array(pathStepSchema).min(1).max(limits.steps),
  }),
  z.object({ way: z.literal('law'), ...common }),
  z.object({
    way: z.literal('aid'),
    ...common,
    kind: z.enum(aidKinds),
    basis: required(limits.words),
    circumstances: required(limits.words),
    amount: z.string().min(1).max(40).meta({ description: 'Yuan, such as 3000.50' }),
  }),
]);
export type ChooseInput = z.infer<typeof chooseSchema>;

export const wayStepSchemas = {
  recordStep: z.object({
    stepId: z.uuid(),
    on: date,
    note: words(limits.words).default(''),
  }),
  explainLaw: z.object({
    on: date,
    how: z.enum(explainingHows),
    byName: required(limits.name),
    byPost: words(limits.line).default(''),
    provisions: z.array(required(limits.line)).min(1).max(limits.provisions),
    words: required(limits.words),
    answer: required(limits.words).meta({ description: 'What the petitioner answered' }),
  }),
  approveAid: z.object({ words: required(limits.reason) }),
  refuseAid: z.object({ words: required(limits.reason) }),
  payAid: z.object({
    on: date,
    proof: required(limits.reason),
    uploads: z.array(z.uuid()).max(limits.files).default([]),
  }),
  finishWay: z.object({ words: required(limits.words) }),
  changeWay: z.object({ reason: required(limits.reason) }),
} as const;

export type WayStep = keyof typeof wayStepSchemas;
export type WayStepInput<T extends WayStep> = z.infer<(typeof wayStepSchemas)[T]>;

/** In the order in which forms offer them. */
export const waySteps = Object.keys(wayStepSchemas) as readonly WayStep[];

const after = z
  .string()
  .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
  .optional();
const limit = z.coerce.number().int().min(1).max(100).default(50);

export const waysQuerySchema = z.object({
  way: z.enum(ways).optional(),
  status: z.enum(wayStatuses).optional(),
  after,
  limit,
});
export type WaysQuery = z.infer<typeof waysQuerySchema>;

export const planVisitSchema = z.object({
  festival: date.meta({ description: 'First day of the festival, as the calendar has it' }),
  plannedOn: date,
  goes: required(limits.line).meta({ description: 'Who goes' }),
});
export type PlanVisitInput = z.infer<typeof planVisitSchema>;

export const visitStepSchemas = {
  recordVisit: z.object({
    on: date,
    brought: required(limits.line),
    words: words(limits.words).default(''),
  }),
  cancelVisit: z.object({ reason: required(limits.reason) }),
} as const;
export type VisitStep = keyof typeof visitStepSchemas;
export type VisitStepInput<T extends VisitStep> = z.infer<(typeof visitStepSchemas)[T]>;
export const visitSteps = Object.keys(visitStepSchemas) as readonly VisitStep[];

export const visitsQuerySchema = z.object({ festival: date.optional(), after, limit });
export type VisitsQuery = z.infer<typeof visitsQuerySchema>;
