import { z } from 'zod';
import { code, day, paging, paperStepSchemas, required, uploads, words } from '../contract.ts';
import { findingKinds, inspectionStatuses, inspectionWays } from './inspection.ts';
import { limits } from './limits.ts';
import { programmeStatuses } from './programme.ts';

/** Numbers of petitions as people paste them: by spaces, commas or lines. */
const numbers = z.string().max(limits.petitions * 40);
const files = uploads(limits.files);

/** One team a line: name, colon, leader, then members by account or name. */
const teams = required(limits.teams * limits.members * 20).meta({
  description: 'One team a line, as “Team 1: supervisor1, officer2”; the first leads it',
});
/** One round a line: name, first day, last day. */
const rounds = words(limits.rounds * 100)
  .default('')
  .meta({ description: 'One round a line, as “Round 1 2026-12-01 2026-12-15”' });

export const programmeSchema = z.object({
  theme: required(limits.theme),
  basis: required(limits.basis),
  from: day,
  to: day,
  focus: required(limits.words),
  teams,
  rounds,
});
export type ProgrammeInput = z.infer<typeof programmeSchema>;

export const programmeStepSchemas = {
  changeProgramme: programmeSchema,
  approveProgramme: z.object({}),
  changeTeams: z.object({ teams, rounds }),
  freezeList: z.object({
    take: z.coerce.number().int().min(1).max(limits.petitions),
    unit: code.optional().meta({ description: 'Only petitions that this unit has' }),
    /** Days of registration, both included. */
    from: day,
    to: day,
    seedFrom: day.optional().meta({ description: 'Day from which the public text is known' }),
    seedText: words(limits.source)
      .optional()
      .meta({ description: 'Which public text it will be; left out, the server draws' }),
  }),
  drawFromList: z.object({
    drawId: z.uuid(),
    seed: words(limits.seed)
      .optional()
      .meta({ description: 'The public text, exactly as it was published' }),
  }),
  closeProgramme: z.object({}),
} as const;
export type ProgrammeStep = keyof typeof programmeStepSchemas;
export type ProgrammeStepInput<T extends ProgrammeStep> = z.infer<(typeof programmeStepSchemas)[T]>;
export const programmeSteps = Object.keys(programmeStepSchemas) as readonly ProgrammeStep[];

export const planInspectionSchema = z.object({
  team: z.uuid(),
  round: z.uuid().optional(),
  unit: code,
  way: z.enum(inspectionWays),
  on: day,
  numbers: numbers.default(''),
  draw: z.uuid().optional().meta({ description: 'What a draw came to, as far as the unit has it' }),
  task: required(limits.words),
});
export type PlanInspectionInput = z.infer<typeof planInspectionSchema>;

export const inspectionStepSchemas = {
  carryOut: z.object({ on: day, checked: required(limits.words) }),
  recordFinding: z.object({
    kind: z.enum(findingKinds),
    petitionId: z.uuid().optional(),
    text: required(limits.words),
    basis: words(limits.words).default(''),
    demand: words(limits.words).default(''),
    dueOn: day.optional(),
    uploads: files,
  }),
  answerFinding: z.object({ findingId: z.uuid(), text: required(limits.words), uploads: files }),
  verifyFinding: z.object({ findingId: z.uuid(), text: required(limits.words) }),
  reopenFinding: z.object({ findingId: z.uuid(), text: required(limits.words), dueOn: day }),
  superviseFinding: z.object({
    findingId: z.uuid(),
    words: required(limits.words).meta({ description: 'What the unit has to answer' }),
    dueDate: day.meta({ description: 'Until when it answers' }),
  }),
  draftOrder: z.object({ text: required(limits.words) }),
  ...paperStepSchemas(limits.words),
  closeInspection: z.object({}),
  cancelInspection: z.object({ reason: required(limits.words) }),
} as const;
export type InspectionStep = keyof typeof inspectionStepSchemas;
export type InspectionStepInput<T extends InspectionStep> = z.infer<
  (typeof inspectionStepSchemas)[T]
>;
export const inspectionSteps = Object.keys(inspectionStepSchemas) as readonly InspectionStep[];

export const programmeQuerySchema = z.object({
  status: z.enum(programmeStatuses).optional(),
  ...paging,
});
export type ProgrammeQuery = z.infer<typeof programmeQuerySchema>;

export const inspectionQuerySchema = z.object({
  status: z.enum(inspectionStatuses).optional(),
  unit: code.optional(),
  programme: z.uuid().optional(),
  ...paging,
});
export type InspectionQuery = z.infer<typeof inspectionQuerySchema>;
