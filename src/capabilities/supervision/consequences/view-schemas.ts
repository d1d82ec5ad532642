import { z } from 'zod';
import { consequenceStatuses } from './case.ts';
import { consequenceSteps } from './contract.ts';
import { consequenceKinds } from './settings.ts';

/*
 * How the answers look in the API description. The types of `view.ts` are the source; an answer
 * passes unchanged, so that a field added there reaches its reader.
 */
const named = z.object({ id: z.string(), name: z.string() });
const line = {
  id: z.uuid(),
  kind: z.enum(consequenceKinds),
  status: z.enum(consequenceStatuses),
  petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
  unit: named,
  post: z.string().nullable(),
  due: z.looseObject({ period: z.string(), dueDate: z.string() }).nullable(),
  proposedAt: z.number().meta({ description: 'Epoch milliseconds' }),
};
const consequenceLineSchema = z.object(line).meta({ id: 'ConsequenceLine' });

export const consequencesPageSchema = z.object({
  items: z.array(consequenceLineSchema),
  next: z.string().nullable(),
});

export const consequencesOfPetitionSchema = z.object({
  items: z.array(consequenceLineSchema),
  units: z.array(named).nullable(),
});

export const consequenceViewSchema = z
  .looseObject({
    ...line,
    version: z.int(),
    office: named,
    basis: z.looseObject({ law: z.string(), article: z.string(), certainty: z.string() }),
    reason: z.string(),
    next: z.enum(consequenceSteps).nullable(),
    steps: z.array(z.enum(consequenceSteps)),
  })
  .meta({ id: 'Consequence' });

export const noticesSchema = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        paperId: z.uuid(),
        office: named,
        unit: named,
        number: z.string().nullable(),
        title: z.string(),
        issuedOn: z.string(),
      })
      .meta({ id: 'CirculatedNotice' }),
  ),
});

export const traceBackSchema = z
  .looseObject({
    petition: z.object({ id: z.uuid(), number: z.string() }),
    spells: z.array(z.looseObject({ unit: named, from: z.number(), to: z.number().nullable() })),
    clocks: z.array(z.looseObject({ period: z.string(), dueDate: z.string(), lateDays: z.int() })),
  })
  .meta({ id: 'TraceBack' });
