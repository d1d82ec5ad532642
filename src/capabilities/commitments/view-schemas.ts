import { z } from 'zod';
import {
  commitmentDeeds,
  commitmentSources,
  commitmentStatuses,
  judges,
  promisees,
  withdrawalCauses,
} from './commitment.ts';
import { staffSteps } from './contract.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const day = z.string().meta({ description: 'YYYY-MM-DD, Asia/Shanghai' });

const line = {
  id: z.uuid(),
  status: z.enum(commitmentStatuses),
  promisedTo: z.enum(promisees),
  source: z.enum(commitmentSources),
  published: z.boolean(),
  text: z.string(),
  petition: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  unit: named,
  byUnit: named,
  responsible: z.string().meta({ description: 'Name of the leader who answers for it' }),
  madeAt: moment,
  dueDate: day,
  colour: z.enum(['green', 'blue', 'yellow', 'red']).nullable(),
  remainingDays: z.int(),
  overdue: z.boolean(),
  late: z.boolean().meta({ description: 'Reported after its day' }),
  sentBack: z.int().meta({ description: 'How often somebody said that it is not so' }),
};

export const commitmentLineSchema = z.object(line).meta({ id: 'CommitmentLine' });

export const commitmentPageSchema = z
  .object({
    items: z.array(commitmentLineSchema),
    next: z.string().nullable(),
    mayMake: z.boolean(),
  })
  .meta({ id: 'CommitmentPage' });

const judgement = z.object({ judge: z.enum(judges), at: moment, words: z.string() });

export const commitmentViewSchema = z
  .object({
    ...line,
    version: z.int(),
    publicText: z.string().nullable(),
    formerDates: z.array(z.object({ dueDate: day, changedAt: moment, reason: z.string() })),
    reports: z.array(
      z.object({
        at: moment,
        doneOn: day,
        evidence: z.string(),
        withoutConfirmation: z.string().nullable(),
        files: z.array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            mediaType: z.string(),
            size: z.int(),
          }),
        ),
      }),
    ),
    returns: z.array(judgement),
    fulfilled: judgement.nullable(),
    withdrawn: z
      .object({ at: moment, reason: z.string(), cause: z.enum(withdrawalCauses).nullable() })
      .nullable(),
    allowances: z.array(
      z.object({
        step: z.enum(staffSteps as [(typeof staffSteps)[number]]),
        allowed: z.boolean(),
        reason: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
      }),
    ),
    timeline: z.array(
      z.object({
        seq: z.int(),
        at: moment,
        type: z.string(),
        actor: z.string(),
        unit: z.string(),
      }),
    ),
  })
  .meta({ id: 'Commitment' });

export const publicCommitmentSchema = z
  .object({
    id: z.uuid(),
    text: z.string(),
    unit: z.string(),
    status: z.enum(commitmentStatuses),
    madeOn: day,
    dueDate: day,
    overdue: z.boolean(),
    late: z.boolean(),
    formerDates: z.array(day),
    fulfilledOn: day.nullable(),
    history: z.array(
      z.object({
        on: day,
        deed: z.enum(commitmentDeeds),
        dueDate: day.nullable().meta({ description: 'The day promised then' }),
      }),
    ),
  })
  .meta({ id: 'PublicCommitment' });
