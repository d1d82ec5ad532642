import { z } from 'zod';
import { backlogStatuses, petitionerViews } from './backlog.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** One row of a superior's list. */
export const backlogRowSchema = z.object({
  row: z.int().min(1).max(1_000_000).meta({ description: 'As its reader counts it, from 1' }),
  number: z.string().max(60),
  unit: z.string().max(200).default('').meta({ description: 'Name or code; empty: who has it' }),
  leader: words(limits.leader).default(''),
  dueDate: z.string().max(40).default(''),
  listedAs: z
    .string()
    .max(limits.listed * 4)
    .default(''),
});
export type BacklogRow = z.infer<typeof backlogRowSchema>;

export const assignSchema = z.object({
  batch: required(limits.batch).meta({ description: 'Name of the superior’s batch' }),
  rows: z.array(backlogRowSchema).min(1).max(limits.rows),
});

export const backlogStepSchemas = {
  proposeClosing: z.object({
    evidence: required(limits.words),
    uploads: z.array(z.uuid()).max(limits.files).default([]),
    view: z.enum(petitionerViews),
    viewWords: required(limits.words),
  }),
  verifyClosing: z.object({ words: required(limits.words) }),
  sendBack: z.object({ words: required(limits.words) }),
  takeUpAgain: z.object({ words: required(limits.words) }),
} as const;

export type BacklogStep = keyof typeof backlogStepSchemas;
export type BacklogStepInput<T extends BacklogStep> = z.infer<(typeof backlogStepSchemas)[T]>;

/** In the order in which forms offer them. */
export const backlogSteps = Object.keys(backlogStepSchemas) as readonly BacklogStep[];

export const backlogQuerySchema = z.object({
  status: z.enum(backlogStatuses).optional(),
  unit: code.optional(),
  batch: z.uuid().optional(),
  region: code.optional().meta({ description: 'With all that lies in it' }),
  topic: code.optional().meta({ description: 'With all below it' }),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type BacklogQuery = z.infer<typeof backlogQuerySchema>;
