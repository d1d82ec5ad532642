import { z } from 'zod';
import { code, day, paging, paperStepSchemas, required, uploads, words } from '../contract.ts';
import { limits } from './limits.ts';
import { gapStatuses } from './policy-gap.ts';
import { repairResults, repairStatuses } from './policy-repair.ts';
import { adoptions, recommendationKinds, recommendationStatuses } from './recommendation.ts';

const files = uploads(limits.files);

/** What it says; it names no petitioner. */
const said = {
  subject: required(limits.subject),
  reasons: required(limits.words),
  proposal: required(limits.words),
} as const;

export const recommendationSchema = z.object({
  kind: z.enum(recommendationKinds),
  unit: code,
  ...said,
  numbers: z
    .string()
    .max(limits.petitions * 40)
    .default('')
    .meta({ description: 'Numbers of petitions, by commas or lines' }),
  item: z.uuid().optional().meta({ description: 'The supervision item on which it stands' }),
  inspection: z.uuid().optional(),
});
export type RecommendationInput = z.infer<typeof recommendationSchema>;

export const recommendationStepSchemas = {
  redraft: z.object(said),
  ...paperStepSchemas(limits.words),
  answerRecommendation: z.object({
    adoption: z.enum(adoptions),
    text: required(limits.words),
    doneBy: day.optional(),
  }),
  reportAdoption: z.object({ text: required(limits.words), uploads: files }),
  verifyAdoption: z.object({ text: required(limits.words) }),
  sendBackAdoption: z.object({ text: required(limits.words), doneBy: day }),
  dropDraft: z.object({ reason: required(limits.words) }),
} as const;
export type RecommendationStep = keyof typeof recommendationStepSchemas;
export type RecommendationStepInput<T extends RecommendationStep> = z.infer<
  (typeof recommendationStepSchemas)[T]
>;
export const recommendationSteps = Object.keys(
  recommendationStepSchemas,
) as readonly RecommendationStep[];

export const noteGapSchema = z.object({
  petition: z.uuid().optional(),
  number: z.string().max(60).optional().meta({ description: 'Where the id is not at hand' }),
  department: code,
  topic: words(limits.topic).default('').meta({
    description: 'The field; left empty it is the category of the petition',
  }),
  policy: required(limits.words),
  missing: required(limits.words),
});
export type NoteGapInput = z.infer<typeof noteGapSchema>;

export const dropGapSchema = z.object({ reason: required(limits.words) });

export const repairSchema = z.object({
  title: required(limits.subject),
  large: required(limits.topic),
  small: words(limits.topic).default(''),
  goal: required(limits.words),
  leader: required(limits.name).meta({ description: 'Account of the leader who answers for it' }),
  departments: z.array(code).min(1).max(limits.departments),
  gaps: z.array(z.uuid()).max(limits.gaps).default([]),
});
export type RepairInput = z.infer<typeof repairSchema>;

/** In the order in which the page offers them. */
export const repairStepSchemas = {
  addStep: z.object({ text: required(limits.words), unit: code, dueDate: day }),
  addGaps: z.object({ gaps: z.array(z.uuid()).min(1).max(limits.gaps) }),
  recordResult: z.object({
    kind: z.enum(repairResults),
    documentNumber: required(limits.number),
    on: day,
    text: required(limits.words),
  }),
  tellPetitioners: z.object({}),
  changeRepair: repairSchema.omit({ gaps: true }),
  dropRepair: z.object({ reason: required(limits.words) }),
} as const;
export type RepairStep = keyof typeof repairStepSchemas;
export type RepairStepInput<T extends RepairStep> = z.infer<(typeof repairStepSchemas)[T]>;
export const repairSteps = Object.keys(repairStepSchemas) as readonly RepairStep[];

export const recommendationQuerySchema = z.object({
  status: z.enum(recommendationStatuses).optional(),
  unit: code.optional(),
  late: z.stringbool().optional().meta({ description: 'Only those of which something is late' }),
  waiting: z
    .stringbool()
    .optional()
    .meta({ description: 'What the reader has to do at their unit, the most pressing first' }),
  ...paging,
});
export type RecommendationQuery = z.infer<typeof recommendationQuerySchema>;
export const gapQuerySchema = z.object({
  status: z.enum(gapStatuses).optional(),
  department: code.optional(),
  topic: words(limits.topic).optional(),
  ...paging,
});
export type GapQuery = z.infer<typeof gapQuerySchema>;
export const repairQuerySchema = z.object({
  status: z.enum(repairStatuses).optional(),
  ...paging,
});
export type RepairQuery = z.infer<typeof repairQuerySchema>;
