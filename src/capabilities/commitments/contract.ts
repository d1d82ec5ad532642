import { z } from 'zod';
import { commitmentSources, promisees } from './commitment.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const day = z.iso.date();
const uploads = z.array(z.uuid()).max(limits.files).default([]);

/** What a member of staff promises in the name of their unit. */
export const newCommitmentSchema = z.object({
  petitionId: z.uuid().optional(),
  source: z.enum(['policy-repair', 'public-promise', 'instruction']).default('public-promise'),
  promisedTo: z.enum(promisees),
  text: required(limits.text),
  publicText: words(limits.text).optional(),
  /** A colleague who answers for it; left out, whoever promises. */
  responsibleUser: code.optional(),
  /** Or somebody who has no account. */
  responsibleName: words(limits.name).optional(),
  unit: code,
  dueDate: day,
});
export type NewCommitmentInput = z.infer<typeof newCommitmentSchema>;

/** What staff do with a promise. */
export const staffStepSchemas = {
  reportFulfilled: z.object({
    doneOn: day,
    evidence: required(limits.explanation),
    uploads,
    withoutConfirmation: words(limits.explanation).optional(),
  }),
  verifyFulfilled: z.object({ reason: required(limits.explanation) }),
  returnReport: z.object({ reason: required(limits.explanation) }),
  changeDate: z.object({ dueDate: day, reason: required(limits.explanation) }),
  withdrawCommitment: z.object({ reason: required(limits.explanation) }),
} as const;

/** What the petitioner says to it, with number and code. */
export const ownStepSchemas = {
  confirmFulfilled: z.object({ words: words(limits.explanation).optional() }),
  denyFulfilled: z.object({ words: required(limits.explanation) }),
} as const;

export const stepSchemas = { ...staffStepSchemas, ...ownStepSchemas } as const;

export type StaffStep = keyof typeof staffStepSchemas;
export type OwnStep = keyof typeof ownStepSchemas;
export type StepType = keyof typeof stepSchemas;
export type StepInput<T extends StepType> = z.infer<(typeof stepSchemas)[T]>;

/** The steps of staff, in the order in which forms offer them. */
export const staffSteps = Object.keys(staffStepSchemas) as readonly StaffStep[];

export const listQuerySchema = z.object({
  whose: z.enum(['mine', 'unit', 'given', 'all']).default('unit'),
  status: z.enum(['open', 'overdue', 'reported', 'fulfilled', 'withdrawn']).optional(),
  source: z.enum(commitmentSources).optional(),
  unit: code.optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
