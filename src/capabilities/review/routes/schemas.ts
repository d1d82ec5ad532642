import { z } from 'zod';

/*
 * How the answers look in the API description. The types of `view.ts` are the source; an answer
 * passes unchanged, so that a field added there reaches its reader.
 */
const named = z.object({ id: z.string(), name: z.string() });
const day = z.string().meta({ description: 'YYYY-MM-DD in Asia/Shanghai' });

export const reviewViewSchema = z
  .looseObject({
    id: z.uuid(),
    version: z.int(),
    stage: z.string(),
    status: z.string(),
    requestedOn: day,
    lastDay: day,
    body: named.nullable(),
    next: z.string().nullable(),
    allowances: z.array(z.looseObject({ command: z.string(), allowed: z.boolean() })),
  })
  .meta({ id: 'Review' });

export const reviewsOfPetitionSchema = z
  .object({
    items: z.array(
      z.looseObject({
        id: z.uuid(),
        stage: z.string(),
        state: z.string(),
        body: z.string(),
        readable: z.boolean(),
      }),
    ),
    request: z.looseObject({ allowed: z.boolean() }).nullable(),
  })
  .meta({ id: 'ReviewsOfPetition' });

export const reviewChoiceSchema = z
  .looseObject({
    stage: z.string(),
    lastDay: day,
    late: z.boolean(),
    bodies: z.array(named.extend({ source: z.string() })),
  })
  .meta({ id: 'ReviewChoice' });

export const reviewClockSchema = z
  .looseObject({
    key: z.string(),
    dueDate: day,
    days: z.array(z.looseObject({ date: day, counted: z.boolean(), reason: z.string() })),
  })
  .meta({ id: 'ReviewClock' });

export const reviewBodySchema = z
  .object({
    id: z.uuid(),
    unitId: z.string(),
    unitName: z.string(),
    stage: z.string(),
    bodyId: z.string(),
    bodyName: z.string(),
    from: day,
    to: day.nullable(),
    source: z.string(),
  })
  .meta({ id: 'ReviewBody' });
