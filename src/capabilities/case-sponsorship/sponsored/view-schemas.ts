import { z } from 'zod';
import { endingResults, measureKinds, sponsoredStatuses } from './case.ts';
import { sponsoredSteps, taskSteps } from './contract.ts';
import { taskStatuses } from './task.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const label = z.object({ zh: z.string(), en: z.string() });
const deed = z.object({ at: moment, by: z.string(), words: z.string() });
const leader = z.object({ userId: z.string(), name: z.string(), unit: named });

const postLine = z.object({
  id: z.uuid(),
  post: z.string(),
  status: z.enum(taskStatuses),
  dueDate: z.string(),
  overdue: z.boolean(),
});

export const sponsoredLineSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(sponsoredStatuses),
    petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
    unit: named,
    region: named,
    leader,
    leaderLeft: z.boolean(),
    openedAt: moment,
    next: z.object({ what: z.string(), date: z.string() }).nullable(),
    overdue: z.boolean(),
    posts: z.array(postLine),
    result: z.enum(endingResults).nullable(),
  })
  .meta({ id: 'SponsoredLine' });

export const sponsoredPageSchema = z.object({
  items: z.array(sponsoredLineSchema),
  next: z.string().nullable(),
});

const milestone = z.object({
  id: z.uuid(),
  what: z.string(),
  responsible: z.string(),
  date: z.string(),
  told: z.string(),
  state: z.enum(['open', 'done', 'missed']),
  missed: z.boolean(),
  doneOn: z.string().nullable(),
  reports: z.array(deed.extend({ outcome: z.enum(['done', 'missed']) })),
  moved: z.array(
    z.object({ at: moment, by: z.string(), from: z.string(), to: z.string(), reason: z.string() }),
  ),
});

const task = postLine.extend({
  version: z.int(),
  label,
  ownOnly: z.boolean(),
  holder: z.object({ userId: z.string().nullable(), name: z.string(), telephone: z.string() }),
  task: z.string(),
  moved: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
  reports: z.array(deed),
  returns: z.array(deed),
  withdrawn: deed.nullable(),
  steps: z.array(z.enum(taskSteps)),
});

export const sponsoredViewSchema = sponsoredLineSchema
  .extend({
    version: z.int(),
    office: named,
    takenAt: moment.nullable(),
    proposal: deed.nullable(),
    declined: deed.nullable(),
    plan: z
      .object({
        at: moment,
        by: z.string(),
        matterKnot: z.string(),
        mindKnot: z.string(),
        measures: z.array(z.object({ kind: z.enum(measureKinds), words: z.string() })),
      })
      .nullable(),
    milestones: z.array(milestone),
    tasks: z.array(task),
    notes: z.array(deed),
    handOver: z.object({ to: leader, reason: z.string(), at: moment }).nullable(),
    ending: deed.extend({ result: z.enum(endingResults) }).nullable(),
    verified: deed.nullable(),
    timeline: z.array(
      z.object({ at: moment, kind: z.string(), by: z.string(), words: z.string() }),
    ),
    steps: z.array(z.enum(sponsoredSteps)),
    mayGiveTasks: z.boolean(),
    mayPromise: z.boolean(),
  })
  .meta({ id: 'Sponsored' });

export const sponsoredCaseSchema = z.object({
  id: z.uuid(),
  leader,
  state: z.enum(sponsoredStatuses),
});

export const ownTaskSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(taskStatuses),
    label,
    task: z.string(),
    dueDate: z.string(),
    overdue: z.boolean(),
    givenBy: z.string(),
    givenAt: moment,
    reports: z.array(deed),
    returns: z.array(deed),
    caseId: z.uuid().nullable(),
    mayReport: z.boolean(),
  })
  .meta({ id: 'SponsoredTask' });

export const postsViewSchema = z.object({
  posts: z.array(
    z.object({ code: z.string(), label, suggestion: z.string(), ownOnly: z.boolean() }),
  ),
  source: z.string(),
  version: z.int(),
  mayChange: z.boolean(),
});
