import { z } from 'zod';
import { consequenceStatuses } from './case.ts';
import { limits } from './limits.ts';
import { consequenceKinds } from './settings.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const uuid = z.uuid();
const day = z.iso.date();
const paper = { paperId: uuid };
const uploads = z.array(uuid).max(limits.files).default([]);
const said = { words: required(limits.words), uploads };
const note = { words: required(limits.reason) };

export const proposeSchema = z.object({
  kind: z.enum(consequenceKinds),
  unit: code,
  post: words(limits.post).optional().meta({ description: 'The post whose holder it is about' }),
  reason: required(limits.words),
  petitions: z
    .array(uuid)
    .max(limits.petitions)
    .default([])
    .meta({ description: 'Other petitions that it rests on' }),
  item: uuid.optional().meta({ description: 'The supervision item that it rests on' }),
});
export type ProposeInput = z.infer<typeof proposeSchema>;

export const consequenceServiceWays = ['electronic', 'hand', 'post'] as const;

export const consequenceStepSchemas = {
  makeStatement: z.object(said),
  declineStatement: z.object({}),
  recordSilence: z.object({}),
  draftDecision: z.object({
    words: required(limits.words),
    heldOn: day.optional(),
    place: words(limits.place).optional(),
    from: day.optional(),
    to: day.optional(),
    correctBy: day.optional(),
  }),
  recordCarriedOut: z.object({ ...note, on: day }),
  reportCorrection: z.object({ ...said, on: day }),
  returnCorrection: z.object(note),
  lift: z.object(note),
  drop: z.object(note),
  checkPaper: z.object(paper),
  signPaper: z.object(paper),
  sealPaper: z.object(paper),
  issuePaper: z.object(paper),
  returnPaper: z.object({ ...paper, reason: required(limits.reason) }),
  servePaper: z.object({
    ...paper,
    way: z.enum(consequenceServiceWays),
    servedOn: day,
    proof: words(limits.reason).optional(),
    mailNumber: words(60).optional(),
  }),
} as const;

export type ConsequenceStep = keyof typeof consequenceStepSchemas;
export type ConsequenceStepInput<T extends ConsequenceStep> = z.infer<
  (typeof consequenceStepSchemas)[T]
>;

/** In the order in which forms offer them. */
export const consequenceSteps = Object.keys(consequenceStepSchemas) as readonly ConsequenceStep[];

/** One step with its input, as it is sent. */
export const consequenceStepSchema = z.discriminatedUnion(
  'type',
  consequenceSteps.map((type) =>
    z.object({ type: z.literal(type), input: consequenceStepSchemas[type] }),
  ) as unknown as [
    z.ZodObject<{
      type: z.ZodLiteral<ConsequenceStep>;
      input: (typeof consequenceStepSchemas)[ConsequenceStep];
    }>,
  ],
);

const after = z
  .string()
  .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
  .optional();

export const consequencesQuerySchema = z.object({
  status: z.enum(consequenceStatuses).optional(),
  unit: code.optional(),
  after,
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ConsequencesQuery = z.infer<typeof consequencesQuerySchema>;
