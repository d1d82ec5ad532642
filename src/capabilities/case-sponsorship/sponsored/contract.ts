import { z } from 'zod';
import { parseLocalDate } from '../../../kernel/local-date.ts';
import { endingResults, measureKinds, sponsoredStatuses } from './case.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const day = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, { message: 'not a day' })
  .meta({ description: 'YYYY-MM-DD' });
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const userId = z.string().regex(/^[A-Za-z0-9:_.-]{1,80}$/);
const reason = required(limits.words);

/** Who begins a case: the office names a leader; the leader takes it. */
export const beginSchema = z.union([
  z.strictObject({ leader: userId, reason: reason }),
  z.strictObject({}),
]);
export type BeginInput = z.infer<typeof beginSchema>;

export const stepSchemas = {
  acceptCharge: z.strictObject({}),
  declineCharge: z.strictObject({ reason }),
  writePlan: z.strictObject({
    matterKnot: required(limits.words),
    mindKnot: required(limits.words),
    measures: z
      .array(z.strictObject({ kind: z.enum(measureKinds), words: required(limits.words) }))
      .min(1)
      .max(limits.measures),
  }),
  addMilestone: z.strictObject({
    what: required(limits.task),
    responsible: required(limits.name),
    date: day,
    told: words(limits.public)
      .optional()
      .meta({ description: 'What the petitioner reads of it; left out, it is inside the office' }),
  }),
  reportMilestone: z.strictObject({
    milestone: z.uuid(),
    outcome: z.enum(['done', 'missed']),
    doneOn: day.optional(),
    words: required(limits.words),
  }),
  moveMilestone: z.strictObject({ milestone: z.uuid(), date: day, reason }),
  addNote: z.strictObject({ words: required(limits.note) }),
  handOver: z.strictObject({ leader: userId, reason }),
  acknowledgeHandOver: z.strictObject({}),
  refuseHandOver: z.strictObject({ reason }),
  withdrawHandOver: z.strictObject({}),
  proposeEnding: z.strictObject({ result: z.enum(endingResults), words: reason }),
  verifyEnding: z.strictObject({ words: reason }),
  returnEnding: z.strictObject({ words: reason }),
  takeUpAgain: z.strictObject({ leader: userId, reason }),
} as const;

export type SponsoredStep = keyof typeof stepSchemas;
export type StepInput<T extends SponsoredStep> = z.infer<(typeof stepSchemas)[T]>;
/** In the order in which they come first where several are possible. */
export const sponsoredSteps = Object.keys(stepSchemas) as readonly SponsoredStep[];

export const giveTaskSchema = z.strictObject({
  post: code,
  holder: z.union([
    z.strictObject({ userId }),
    z.strictObject({ name: required(limits.name), telephone: required(limits.telephone) }),
  ]),
  task: required(limits.task),
  dueDate: day,
});
export type GiveTaskInput = z.infer<typeof giveTaskSchema>;

export const taskStepSchemas = {
  reportTask: z.strictObject({ words: reason }),
  acceptTask: z.strictObject({}),
  returnTask: z.strictObject({ words: reason }),
  moveTask: z.strictObject({ dueDate: day, reason }),
  withdrawTask: z.strictObject({ reason }),
} as const;
export type TaskStep = keyof typeof taskStepSchemas;
export type TaskStepInput<T extends TaskStep> = z.infer<(typeof taskStepSchemas)[T]>;
export const taskSteps = Object.keys(taskStepSchemas) as readonly TaskStep[];

export const promiseSchema = z.strictObject({
  text: required(limits.words),
  dueDate: day,
  unit: code.optional().meta({ description: 'Who keeps it; left out, the responsible unit' }),
});
export type PromiseInput = z.infer<typeof promiseSchema>;

export const postsSchema = z.strictObject({
  posts: z
    .array(
      z.strictObject({
        code,
        label: z.strictObject({ zh: required(limits.label), en: required(limits.label) }),
        suggestion: words(limits.task),
        ownOnly: z.boolean(),
      }),
    )
    .min(1)
    .max(limits.posts),
  source: required(limits.source),
  expectedVersion: z.int().min(0),
});
export type PostsInput = z.infer<typeof postsSchema>;

export const sponsoredQuerySchema = z.object({
  status: z.enum(sponsoredStatuses).optional(),
  unit: code.optional(),
  region: code.optional(),
  leader: userId.optional(),
  mine: z.enum(['1']).optional(),
  overdue: z.enum(['1']).optional(),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SponsoredQuery = z.infer<typeof sponsoredQuerySchema>;
