import { z } from 'zod';

/*
 * How the answers of reading look in the API description. The types of `view.ts` are the source;
 * an answer passes unchanged, so that a field added there reaches its reader.
 */
const id = z.string();
const at = z.number().meta({ description: 'Epoch ms' });
const day = z.string().meta({ description: 'YYYY-MM-DD in Asia/Shanghai' });
const named = z.object({ id, name: z.string() });

export const petitionLineSchema = z
  .looseObject({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    petitioner: z.string().meta({ description: 'Masked' }),
    status: z.string(),
    purpose: z.string().nullable(),
    channel: z.string(),
    urgency: z.string(),
    regionCode: z.string(),
    holder: named,
    tasks: z.array(z.string()),
    case: z
      .object({ kind: z.string(), id: z.uuid() })
      .nullable()
      .meta({ description: 'The record beside the petition in which this waits' }),
    registeredAt: at,
    daysSinceRegistration: z.int(),
    clock: z
      .looseObject({ period: z.string(), dueDate: day, dueAt: at, colour: z.string() })
      .nullable(),
  })
  .meta({ id: 'PetitionLine' });

/** A page of a list. */
export const petitionPageSchema = z
  .object({ items: z.array(petitionLineSchema), next: z.string().nullable() })
  .meta({ id: 'PetitionPage' });

export const paperViewSchema = z
  .looseObject({
    id: z.string(),
    kind: z.string(),
    stage: z.string(),
    issuer: named,
    draftedBy: z.string(),
    number: z.string().nullable(),
    internal: z.boolean().meta({ description: 'A letter between units: arrived when sealed' }),
    steps: z.array(z.string()).meta({ description: 'What this reader may do with it now' }),
  })
  .meta({ id: 'Paper' });

export const petitionViewSchema = z
  .looseObject({
    id: z.uuid(),
    version: z.int(),
    number: z.string(),
    title: z.string(),
    status: z.string(),
    holder: named,
    office: named,
    next: z.string().nullable(),
    allowances: z.array(z.looseObject({ command: z.string(), allowed: z.boolean() })),
    timeline: z.array(z.looseObject({ seq: z.int(), at, type: z.string() })),
  })
  .meta({ id: 'Petition' });

export const clockExplanationSchema = z
  .looseObject({
    key: z.string(),
    period: z.string(),
    dueDate: day,
    days: z.array(z.looseObject({ date: day, counted: z.boolean(), reason: z.string() })),
  })
  .meta({ id: 'ClockExplanation' });

export const revealedPersonSchema = z
  .object({
    id,
    fields: z.record(z.string(), z.string()),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'RevealedPerson' });

export const publicProgressSchema = z
  .looseObject({
    number: z.string(),
    title: z.string(),
    status: z.string(),
    registeredAt: at,
    holder: z.object({ name: z.string(), phone: z.string() }),
    latest: z.looseObject({ period: z.string(), dueDate: day }).nullable(),
    actions: z.array(z.string()),
    together: z.boolean(),
    continuedIn: z.array(z.object({ id: z.uuid().optional(), number: z.string() })),
  })
  .meta({ id: 'Progress' });
