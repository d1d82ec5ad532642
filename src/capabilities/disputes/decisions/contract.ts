import { z } from 'zod';
import {
  assessmentResults,
  assessmentStatuses,
  checkAnswers,
  consultationKinds,
  decisionKinds,
  legalities,
} from './case.ts';
import { limits } from './limits.ts';

export { assessmentResults, checkAnswers, consultationKinds, decisionKinds, legalities };

/** What people type. The length in people's characters is checked after cleaning. */
const required = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit * 4);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const day = z.iso.date();
const explanation = required(limits.explanation);

export const newDecisionSchema = z.object({
  title: required(limits.title),
  content: required(limits.content),
  kind: z.enum(decisionKinds),
  regionCode: code,
  peopleConcerned: z.coerce.number().int().min(1).max(100_000_000),
  assessor: code,
});
export type NewDecisionInput = z.infer<typeof newDecisionSchema>;

export const stepSchemas = {
  answerCheck: z.object({ code, answer: z.enum(checkAnswers), words: explanation }),
  recordConsultation: z.object({
    kind: z.enum(consultationKinds),
    heldOn: day,
    people: z.coerce.number().int().min(0).max(1_000_000),
    opinions: explanation,
    answer: explanation,
  }),
  addMeasure: z.object({ words: explanation, unit: code }),
  nameReviewer: z.object({ userId: z.uuid(), unit: code }),
  reviewLegality: z.object({
    opinion: z.enum(legalities),
    words: explanation,
    validUntil: day,
  }),
  conclude: z.object({
    result: z.enum(assessmentResults),
    words: explanation,
    validUntil: day,
  }),
  reopen: z.object({ reason: explanation }),
  withdraw: z.object({ reason: explanation }),
} as const;
export type AssessmentStep = keyof typeof stepSchemas;
export type AssessmentStepInput<T extends AssessmentStep> = z.infer<(typeof stepSchemas)[T]>;

/** The steps in the order in which forms offer them. */
export const assessmentSteps = Object.keys(stepSchemas) as readonly AssessmentStep[];

export const listQuerySchema = z.object({
  region: code.optional(),
  kind: z.enum(decisionKinds).optional(),
  status: z.enum(assessmentStatuses).optional(),
  result: z.enum(assessmentResults).optional(),
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
