import { z } from 'zod';
import { paperStages } from '../../../kernel/paper-flow.ts';
import { recommendationSteps, repairSteps } from './contract.ts';
import { gapStatuses } from './policy-gap.ts';
import { repairResults, repairStatuses } from './policy-repair.ts';
import { adoptions, recommendationKinds, recommendationStatuses } from './recommendation.ts';

const day = z.string();
const instant = z.string();
const named = z.object({ id: z.string(), name: z.string() });
const petition = z.object({ id: z.uuid(), number: z.string() });
const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() });
const said = z.object({ at: instant, by: z.string(), text: z.string() });
const paged = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const recommendationLineSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(recommendationKinds),
    subject: z.string(),
    office: named,
    unit: named,
    status: z.enum(recommendationStatuses),
    number: z.string().nullable().meta({ description: 'Of the paper, from the seal on' }),
    draftedAt: instant,
    adoption: z.enum(adoptions).nullable(),
    dueOn: day.nullable().meta({
      description: 'What the body has to do next: its answer, then what it adopted',
    }),
    remainingDays: z.int().nullable().meta({ description: 'Negative by the days that it is late' }),
    colour: z.enum(['green', 'blue', 'yellow', 'red']).nullable(),
    late: z.boolean(),
  })
  .meta({ id: 'RecommendationLine' });
export type RecommendationLine = z.infer<typeof recommendationLineSchema>;
export const recommendationPageSchema = paged(recommendationLineSchema);
export type RecommendationPage = z.infer<typeof recommendationPageSchema>;

const step = z.enum(recommendationSteps as [string, ...string[]]);
export const recommendationViewSchema = recommendationLineSchema
  .extend({
    version: z.int(),
    reasons: z.string(),
    proposal: z.string(),
    draftedBy: z.string(),
    petitions: z.array(petition).meta({ description: 'Those that the reader may see' }),
    itemId: z.uuid().nullable(),
    inspectionId: z.uuid().nullable(),
    period: z.object({ days: z.int(), source: z.string() }),
    servedOn: day.nullable(),
    answerBy: day.nullable(),
    answer: said
      .extend({
        adoption: z.enum(adoptions),
        doneBy: day.nullable(),
        recorded: z
          .boolean()
          .meta({ description: 'Answered on paper, written down by the office' }),
      })
      .nullable(),
    reports: z.array(said.extend({ files: z.array(file) })),
    judgements: z.array(said.extend({ verified: z.boolean() })),
    dropped: z.object({ at: instant, reason: z.string() }).nullable(),
    papers: z.array(
      z.object({
        id: z.uuid(),
        stage: z.enum(paperStages),
        number: z.string().nullable(),
        draftedBy: z.string(),
        steps: z.array(step),
      }),
    ),
    steps: z.array(step),
  })
  .meta({ id: 'Recommendation' });
export type RecommendationView = z.infer<typeof recommendationViewSchema>;

export const gapSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(gapStatuses),
    office: named,
    department: named,
    topic: z.string(),
    policy: z.string(),
    missing: z.string(),
    petition: petition.nullable().meta({ description: 'Where the reader may see it' }),
    notedAt: instant,
    notedBy: z.string(),
    notedAtUnit: named,
    repair: named.nullable(),
    dropped: z.object({ at: instant, reason: z.string() }).nullable(),
    mayDrop: z.boolean(),
  })
  .meta({ id: 'PolicyGap' });
export type GapView = z.infer<typeof gapSchema>;
export const gapPageSchema = paged(gapSchema);
export type GapPage = z.infer<typeof gapPageSchema>;

export const repairLineSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    topic: z.object({ large: z.string(), small: z.string() }),
    office: named,
    leader: z.string(),
    departments: z.array(named),
    status: z.enum(repairStatuses),
    gaps: z.int(),
    begunAt: instant,
  })
  .meta({ id: 'PolicyRepairLine' });
export type RepairLine = z.infer<typeof repairLineSchema>;
export const repairPageSchema = paged(repairLineSchema);
export type RepairPage = z.infer<typeof repairPageSchema>;

export const repairViewSchema = repairLineSchema
  .omit({ gaps: true })
  .extend({
    version: z.int(),
    goal: z.string(),
    begunBy: z.string(),
    gaps: z.array(gapSchema),
    commitments: z.array(
      z.object({
        id: z.uuid(),
        unit: named,
        text: z.string(),
        dueDate: day,
        status: z.string(),
        overdue: z.boolean(),
      }),
    ),
    fulfilled: z.int().meta({ description: 'How many of its commitments are fulfilled' }),
    result: z
      .object({
        at: instant,
        kind: z.enum(repairResults),
        documentNumber: z.string(),
        on: day,
        text: z.string(),
      })
      .nullable(),
    dropped: z.object({ at: instant, reason: z.string() }).nullable(),
    toldAt: instant.nullable(),
    steps: z.array(z.enum(repairSteps as [string, ...string[]])),
  })
  .meta({ id: 'PolicyRepair' });
export type RepairView = z.infer<typeof repairViewSchema>;
