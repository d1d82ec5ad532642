import { z } from 'zod';
import { paperStages } from '../../../kernel/paper-flow.ts';
import {
  findingKinds,
  findingStatuses,
  inspectionFocuses,
  inspectionStatuses,
  inspectionWays,
} from './inspection.ts';
import { inspectionSteps, programmeSteps } from './contract.ts';
import { exclusionReasons, programmeStatuses } from './programme.ts';

const day = z.string();
const instant = z.string();
const named = z.object({ id: z.string(), name: z.string() });
const petition = z.object({ id: z.uuid(), number: z.string() });
const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() });
const paged = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const programmeLineSchema = z
  .object({
    id: z.uuid(),
    theme: z.string(),
    office: named,
    status: z.enum(programmeStatuses),
    from: day,
    to: day,
    teams: z.int(),
    rounds: z.int(),
  })
  .meta({ id: 'InspectionProgrammeLine' });
export type ProgrammeLine = z.infer<typeof programmeLineSchema>;
export const programmePageSchema = paged(programmeLineSchema);
export type ProgrammePage = z.infer<typeof programmePageSchema>;

export const inspectionLineSchema = z
  .object({
    id: z.uuid(),
    programme: named,
    team: z.string(),
    round: z.string().nullable(),
    unit: named,
    way: z.enum(inspectionWays),
    focus: z.enum(inspectionFocuses),
    status: z.enum(inspectionStatuses),
    on: day,
    findings: z.int(),
    /** Findings to be corrected that nobody has verified. */
    open: z.int(),
    dueOn: day.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'InspectionLine' });
export type InspectionLine = z.infer<typeof inspectionLineSchema>;
export const inspectionPageSchema = paged(inspectionLineSchema);
export type InspectionPage = z.infer<typeof inspectionPageSchema>;

const drawShape = {
  id: z.uuid(),
  theme: z.string(),
  office: named,
  frozenAt: instant,
  entries: z.array(z.string()),
  excluded: z.array(z.object({ entry: z.string(), reason: z.enum(exclusionReasons) })),
  listHash: z.string().meta({ description: 'SHA-256 of the entries, one a line' }),
  take: z.int(),
  source: z.union([
    z.object({ kind: z.literal('public'), text: z.string(), from: day }),
    z.object({ kind: z.literal('server') }),
  ]),
  drawn: z.object({ on: day, seed: z.string(), result: z.array(z.string()) }).nullable(),
};
export const drawSchema = z.object(drawShape).meta({ id: 'InspectionDraw' });
export type DrawView = z.infer<typeof drawSchema>;
export const drawListSchema = z.object({
  items: z.array(z.object(drawShape).omit({ entries: true, excluded: true })),
});
export type DrawList = z.infer<typeof drawListSchema>;

export const programmeViewSchema = programmeLineSchema
  .omit({ teams: true, rounds: true })
  .extend({
    version: z.int(),
    basis: z.string(),
    focus: z.string(),
    teams: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        leader: z.string(),
        members: z.array(z.string()),
      }),
    ),
    rounds: z.array(z.object({ id: z.uuid(), name: z.string(), from: day, to: day })),
    plannedBy: z.string(),
    plannedAt: instant,
    approvedAt: instant.nullable(),
    closedAt: instant.nullable(),
    draws: z.array(
      z.object({
        id: z.uuid(),
        frozenAt: instant,
        size: z.int(),
        take: z.int(),
        source: drawShape.source,
        drawn: z.object({ at: instant, seed: z.string() }).nullable(),
        /** What was drawn, as far as the reader may see it. */
        petitions: z.array(petition.extend({ holder: named })),
      }),
    ),
    inspections: z.array(inspectionLineSchema),
    steps: z.array(z.enum(programmeSteps as [string, ...string[]])),
    mayPlan: z.boolean(),
  })
  .meta({ id: 'InspectionProgramme' });
export type ProgrammeView = z.infer<typeof programmeViewSchema>;

const said = z.object({ at: instant, by: z.string(), text: z.string() });
export const findingSchema = z.object({
  id: z.uuid(),
  kind: z.enum(findingKinds),
  status: z.enum(findingStatuses),
  petition: petition.nullable(),
  text: z.string(),
  basis: z.string().nullable(),
  demand: z.string().nullable(),
  dueOn: day.nullable(),
  overdue: z.boolean(),
  maySupervise: z.boolean(),
  /** The supervision item that was opened for it. */
  itemId: z.uuid().nullable(),
  at: instant,
  by: z.string(),
  photographs: z.array(file),
  answers: z.array(said.extend({ files: z.array(file) })),
  judgements: z.array(said.extend({ verified: z.boolean() })),
});
export type FindingView = z.infer<typeof findingSchema>;

export const inspectionViewSchema = inspectionLineSchema
  .omit({ findings: true })
  .extend({
    version: z.int(),
    members: z.array(z.string()),
    petitions: z.array(petition),
    task: z.string(),
    plannedAt: instant,
    carriedOut: z.object({ at: instant, by: z.string(), on: day, checked: z.string() }).nullable(),
    closedAt: instant.nullable(),
    cancelled: z.object({ at: instant, reason: z.string() }).nullable(),
    findings: z.array(findingSchema),
    papers: z.array(
      z.object({
        id: z.uuid(),
        stage: z.enum(paperStages),
        number: z.string().nullable(),
        draftedBy: z.string(),
        steps: z.array(z.enum(inspectionSteps as [string, ...string[]])),
      }),
    ),
    steps: z.array(z.enum(inspectionSteps as [string, ...string[]])),
  })
  .meta({ id: 'Inspection' });
export type InspectionView = z.infer<typeof inspectionViewSchema>;
