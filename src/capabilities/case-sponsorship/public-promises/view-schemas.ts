import { z } from 'zod';
import { promiseStatuses } from './case.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });

export const promiseLineSchema = z
  .object({
    id: z.uuid(),
    number: z.int(),
    title: z.string(),
    status: z.enum(promiseStatuses),
    late: z.boolean(),
    unit: named,
    byUnit: named,
    leader: z.string(),
    madeAt: moment,
    dueDate: z.string(),
    total: z.int(),
    done: z.int(),
    changedAt: moment.nullable(),
  })
  .meta({ id: 'PublicPromiseLine' });

export const promisePageSchema = z.object({
  items: z.array(promiseLineSchema),
  next: z.string().nullable(),
  mayMake: z.boolean(),
});

export const promiseViewSchema = promiseLineSchema
  .extend({
    version: z.int(),
    text: z.string(),
    steps: z.array(z.object({ name: z.string(), need: z.string(), count: z.int() })),
    commitmentId: z.uuid(),
    meetingId: z.uuid().nullable(),
    petition: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    formerDates: z.array(z.object({ dueDate: z.string(), changedAt: moment, reason: z.string() })),
    withdrawn: z.object({ at: moment, reason: z.string() }).nullable(),
    slips: z.object({ times: z.int(), at: moment }).nullable(),
    mayKeep: z.boolean(),
  })
  .meta({ id: 'PublicPromise' });

const householdLineSchema = z.object({
  id: z.uuid(),
  place: z.int(),
  reference: z.string(),
  name: z.string(),
  mobile: z.string(),
  step: z.int(),
  movedAt: moment,
  note: z.string(),
});

export const householdPageSchema = z.object({
  items: z.array(householdLineSchema),
  next: z.string().nullable(),
});

export const householdViewSchema = householdLineSchema.extend({ codeVersion: z.int() });

export const householdAnswerSchema = z.object({
  row: z.int(),
  reference: z.string(),
  outcome: z.enum(['added', 'moved', 'unchanged', 'refused']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
