import { z } from 'zod';
import {
  assessmentResults,
  assessmentStatuses,
  checkAnswers,
  consultationKinds,
  decisionKinds,
  legalities,
} from '../case.ts';
import { stepSchemas } from '../contract.ts';

const unit = z.object({ id: z.string(), name: z.string() });
const named = z.object({ zh: z.string(), en: z.string() });
const result = z.enum(assessmentResults);

export const assessmentLineSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(decisionKinds),
  region: z.string(),
  unit,
  assessor: unit,
  status: z.enum(assessmentStatuses),
  result: result.nullable(),
  validUntil: z.string().nullable(),
  expired: z.boolean(),
  peopleConcerned: z.int(),
  recordedAt: z.number(),
});

export const assessmentPageSchema = z.object({
  items: z.array(assessmentLineSchema),
  next: z.string().nullable(),
  mayRecord: z.boolean(),
});

const said = z.object({
  at: z.number(),
  by: z.string(),
  words: z.string(),
  validUntil: z.string(),
});

export const assessmentViewSchema = assessmentLineSchema.extend({
  version: z.int(),
  content: z.string(),
  office: unit,
  reviewer: z.object({ name: z.string(), unit: z.string() }).nullable(),
  checks: z.array(
    z.object({
      code: z.string(),
      name: named,
      question: named,
      source: z.string(),
      answer: z.enum(checkAnswers).nullable(),
      words: z.string(),
    }),
  ),
  consultations: z.array(
    z.object({
      kind: z.enum(consultationKinds),
      heldOn: z.string(),
      people: z.int(),
      opinions: z.string(),
      answer: z.string(),
    }),
  ),
  measures: z.array(z.object({ words: z.string(), unit: z.string() })),
  reviews: z.array(said.extend({ opinion: z.enum(legalities) })),
  conclusions: z.array(said.extend({ result })),
  withdrawn: z.object({ at: z.number(), reason: z.string() }).nullable(),
  petitionBand: z.union([z.enum(['none', 'under-ten']), z.int()]),
  petitions: z.array(z.object({ id: z.uuid(), number: z.string() })),
  allowances: z.array(
    z.object({
      step: z.string(),
      allowed: z.boolean(),
      reason: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
    }),
  ),
  timeline: z.array(
    z.object({
      seq: z.int(),
      at: z.number(),
      type: z.string(),
      actor: z.string(),
      unit: z.string(),
    }),
  ),
});

export const decisionsOfPetitionSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      unit: z.string(),
      status: z.enum(assessmentStatuses),
      result: result.nullable(),
      mayOpen: z.boolean(),
    }),
  ),
  mayLink: z.boolean(),
});

const steps = Object.entries(stepSchemas).map(([type, input]) =>
  z.object({ type: z.literal(type), input: input as z.ZodType }),
);

/** `{type, input}` of any step, each input by its own schema. */
export function stepSchema() {
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps');
  return z.discriminatedUnion('type', [first, ...more]);
}
