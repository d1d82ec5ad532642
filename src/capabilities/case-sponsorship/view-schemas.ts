import { z } from 'zod';
import { backlogStatuses, petitionerViews } from './backlog.ts';
import { backlogSteps } from './contract.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const verification = z.object({ at: moment, by: z.string(), words: z.string() });

export const backlogLineSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(backlogStatuses),
    batch: named,
    petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
    unit: named,
    leader: z.string(),
    dueDate: z.string().nullable(),
    overdue: z.boolean(),
    assignedAt: moment,
    closedAt: moment.nullable(),
  })
  .meta({ id: 'BacklogLine' });

export const backlogPageSchema = z.object({
  items: z.array(backlogLineSchema),
  next: z.string().nullable(),
  batches: z.array(z.object({ batch: named, all: z.int(), closed: z.int() })),
  target: z.number().meta({ description: 'The share that should be resolved' }),
});

export const backlogViewSchema = backlogLineSchema
  .extend({
    version: z.int(),
    listedAs: z.string().nullable(),
    office: named,
    proposals: z.array(
      z.object({
        at: moment,
        by: z.string(),
        evidence: z.string(),
        view: z.enum(petitionerViews),
        viewWords: z.string(),
        files: z.array(
          z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() }),
        ),
      }),
    ),
    sentBack: z.array(verification),
    closed: verification.nullable(),
    cameBack: z.array(
      z.object({
        closed: verification,
        at: moment,
        by: z.string().nullable(),
        words: z.string().nullable(),
      }),
    ),
    steps: z.array(z.enum(backlogSteps)),
  })
  .meta({ id: 'Backlog' });
